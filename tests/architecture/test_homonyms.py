"""Words that are one in English and two in another language keep apart by their context."""

from django.utils.translation import override

from network.models import EventPage, Membership


def test_a_body_that_meets_is_no_body_of_text():
    with override("hu"):
        assert str(EventPage._meta.get_field("roundtable").verbose_name) == "testület"
        assert str(Membership._meta.get_field("body").verbose_name) == "testület"
        assert str(EventPage._meta.get_field("body").verbose_name) == "törzsszöveg"
