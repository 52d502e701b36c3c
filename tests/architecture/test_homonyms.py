"""Words that are one in English and two in another language keep apart by their context."""

import pytest
from django.utils.translation import override

from cms.core.blocks.embed import EmbedStillBlock
from network.models import EventPage, Membership, ServicePage
from network.models.service_rows import ServicePhone, ServiceProvider
from resources.models import PublicationPage, RecommendationItem, ResourcePage


def label(model, name):
    return str(model._meta.get_field(name).verbose_name)


def test_a_body_that_meets_is_no_body_of_text():
    with override("hu"):
        assert label(EventPage, "roundtable") == "testület"
        assert label(Membership, "body") == "testület"
        assert label(EventPage, "body") == "törzsszöveg"


@pytest.mark.parametrize(
    ("code", "meeting", "telephone", "item"),
    [
        ("hu", "az ülés sorszáma", "telefonszám", "a pont száma"),
        ("zh-hans", "会议序号", "电话号码", "条目编号"),
        ("uk", "номер засідання", "номер телефону", "номер пункту"),
    ],
)
def test_a_number_says_of_what(code, meeting, telephone, item):
    with override(code):
        assert label(EventPage, "number_in_series") == meeting
        assert label(ServicePhone, "number") == telephone
        assert label(RecommendationItem, "number") == item


@pytest.mark.parametrize(
    ("code", "events", "publications"),
    [("hu", "eseménysorozat", "kiadványsorozat"), ("zh-hans", "系列活动", "丛书"),
     ("tr", "etkinlik dizisi", "yayın dizisi")],
)  # fmt: skip
def test_a_series_of_events_is_no_series_of_books(code, events, publications):
    with override(code):
        assert label(EventPage, "series") == events
        assert label(PublicationPage, "series") == publications


@pytest.mark.parametrize("code", ["hu", "uk", "ru", "zh-hans", "ar"])
def test_who_provides_a_service_hosts_no_video(code):
    with override(code):
        names = {
            str(ServiceProvider._meta.verbose_name), label(ResourcePage, "provider"),
            str(EmbedStillBlock().child_blocks["provider"].label),
        }  # fmt: skip
    assert len(names) == 3


def test_one_registers_for_a_course_and_makes_an_appointment_at_a_service():
    with override("uk"):
        assert label(EventPage, "registration") == "реєстрація"
        assert label(ServicePage, "registration") == "запис"
