"""Who is asked too: shown at the item and at the organisation, once a second person confirmed."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from resources.models import CoAddressee
from tests.factories.members import make_organisation
from tests.factories.pages import fresh, translated
from tests.factories.recommendations import (
    ask_too,
    item_of,
    key_of,
    make_addressee,
    make_recommendation,
)
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db

ALSO, TOGETHER = "További címzettek", "Másokkal együtt kapott ajánlások"


@pytest.fixture
def organisation(locales):
    return make_organisation(slug="egylet", title="Egylet")


@pytest.fixture
def page(locales):
    return make_recommendation(slug="ajanlas", title="Nyelvek", reference="MK-2013/04")


def text_of(client, page):
    return client.get(page.url_path).content.decode()


def test_an_organisation_that_is_asked_too_shows_on_both_sides(client, page, organisation):
    ask_too(page, organisation=organisation)
    html = text_of(client, page)
    assert ALSO in html
    assert f'href="{organisation.url_path}" lang="hu"' in html
    html = text_of(client, organisation)
    assert TOGETHER in html
    assert f'href="{page.url_path}#item-1"' in html
    assert "MK-2013/04 · 1 Pont 1" in html


def test_an_addressee_s_record_shows_its_name_or_its_page(client, page, organisation):
    ask_too(page, addressee=make_addressee("Minisztérium", "Ministry"))
    ask_too(page, addressee=make_addressee("Nálunk", "With us", organisation=organisation))
    html = text_of(client, page)
    assert "Minisztérium" in html
    assert f'href="{organisation.url_path}"' in html
    assert f'href="{page.url_path}#item-1"' in text_of(client, organisation)
    html = text_of(client, translated(page))
    assert '<li lang="en">Ministry</li>' in html
    assert f'href="{organisation.url_path}" lang="hu"' in html


def test_in_english_both_sides_lead_to_english_or_say_that_they_do_not(client, page, organisation):
    ask_too(page, organisation=organisation)
    english, english_organisation = translated(page), translated(organisation)
    html = text_of(client, english)
    assert f'href="{english_organisation.url_path}" lang="en"' in html
    assert "Also asked" in html
    assert "Asked together with others" in text_of(client, english_organisation)
    assert f'href="{english.url_path}#item-1" lang="en"' in text_of(client, english_organisation)
    english.unpublish()
    assert f'href="{page.url_path}#item-1" lang="hu"' in text_of(client, english_organisation)


def nowhere(client, page, organisation):
    return (
        TOGETHER not in text_of(client, organisation)
        and "MK-2013/04" not in text_of(client, organisation)
        and organisation.url_path not in text_of(client, page)
        and ALSO not in text_of(client, page)
    )


def test_what_waits_shows_nowhere(client, page, organisation):
    ask_too(page, organisation=organisation, state="waiting")
    assert nowhere(client, page, organisation)


@pytest.mark.parametrize("hide", ["draft", "private", "withdrawn"])
def test_a_document_that_nobody_may_see_or_that_is_withdrawn_is_not_listed(
    client, page, organisation, hide
):
    ask_too(page, organisation=organisation)
    assert "MK-2013/04" in text_of(client, organisation)
    if hide == "draft":
        page.unpublish()
    elif hide == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    else:
        type(page).objects.filter(pk=page.pk).update(state="withdrawn")
    assert "MK-2013/04" not in text_of(client, organisation)
    assert TOGETHER not in text_of(client, organisation)


def test_an_organisation_that_nobody_may_see_leaves_no_empty_line(client, page, organisation):
    ask_too(page, organisation=organisation)
    organisation.unpublish()
    html = text_of(client, page)
    assert ALSO not in html
    assert "Egylet" not in html


def test_an_organisation_costs_the_same_for_any_number_of_items(client, page, organisation):
    def count():
        client.get(organisation.url_path)
        with CaptureQueriesContext(connection) as captured:
            client.get(organisation.url_path)
        return len(captured)

    ask_too(page, organisation=organisation)
    few = count()
    for number in range(4):
        ask_too(make_recommendation(slug=f"tovabbi-{number}"), organisation=organisation)
    assert count() == few <= 10


def test_items_stand_by_reference_and_number_the_newest_first(client, page, organisation):
    ask_too(page, "2", organisation=organisation)
    ask_too(page, "1", organisation=organisation)
    newer = make_recommendation(slug="ujabb", reference="MK-2014/01")
    ask_too(newer, organisation=organisation)
    html = text_of(client, organisation)
    places = [html.index(said) for said in ("MK-2014/01 · 1", "MK-2013/04 · 1", "MK-2013/04 · 2")]
    assert places == sorted(places)


def test_whom_the_item_asks_already_is_refused(page, organisation):
    owes = item_of(page).addressee
    by_record = make_addressee("Nálunk", organisation=organisation)

    def record(**values):
        return CoAddressee(recommendation=page, item_key=key_of(page), **values)

    for wrong, sentence in (
        (record(addressee=owes), "owes the answer"),
        (record(), "Choose one of the two"),
        (record(addressee=by_record, organisation=organisation), "Choose one of the two"),
        (record(organisation=translated(organisation)), "Choose the Hungarian page"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            wrong.full_clean()
    ask_too(page, addressee=by_record)
    with pytest.raises(ValidationError, match="entered already"):
        record(organisation=organisation).full_clean()
    owes.organisation = organisation
    owes.save()
    with pytest.raises(ValidationError, match="owes the answer"):
        record(organisation=organisation).full_clean()


def values(page, **others):
    return {"item": f"{page.pk}:{key_of(page)}", "organisation": "", "addressee": "", **others}


def test_an_editor_enters_a_moderator_confirms(client, page, organisation, users):
    client.login(username="editor", password=PASSWORD)
    add = reverse("co_addressees:add")
    assert "MK-2013/04" in client.get(add).content.decode()
    response = client.post(add, values(page, organisation=organisation.pk))
    assert response.status_code == 302, response.context["form"].errors
    record = CoAddressee.objects.get()
    assert (record.recommendation, record.asked, record.is_confirmed) == (page, organisation, False)
    confirm = reverse("co_addressees:confirm", args=[record.pk])
    client.post(confirm)
    assert not fresh(record).is_confirmed
    client.login(username="moderator", password=PASSWORD)
    client.post(confirm)
    assert fresh(record).is_confirmed
    edit = reverse("co_addressees:edit", args=[record.pk])
    assert client.get(edit).status_code == 200
    addressee = make_addressee("Hivatal")
    response = client.post(edit, values(page, addressee=addressee.pk))
    assert response.status_code == 302, response.context["form"].errors
    assert fresh(record).asked == addressee


def test_what_nobody_offered_is_refused(client, page, organisation, users):
    ask_too(page, organisation=organisation)
    client.login(username="editor", password=PASSWORD)
    add = reverse("co_addressees:add")
    twice = client.post(add, values(page, organisation=organisation.pk))
    assert "This is entered already." in twice.content.decode()
    for wrong in ("", "x", f"{organisation.pk}:{key_of(page)}", "1:2:3"):
        response = client.post(add, values(page, item=wrong, organisation=organisation.pk))
        assert response.status_code == 200
    assert CoAddressee.objects.count() == 1


def test_both_editors_lead_to_the_list_of_their_page(client, page, organisation, users):
    ask_too(page, organisation=organisation)
    ask_too(page, "2", addressee=make_addressee("Nálunk", organisation=organisation))
    ask_too(page, "2", addressee=make_addressee("Hivatal"))
    client.login(username="editor", password=PASSWORD)
    listed = reverse("co_addressees:index")
    for end, name, number in ((page, "recommendation", 3), (organisation, "organisation", 2)):
        edit = reverse("wagtailadmin_pages:edit", args=[end.pk])
        assert f'href="{listed}?{name}={end.pk}"' in client.get(edit).content.decode()
        found = client.get(listed, {name: end.pk}).context["object_list"]
        assert len(found) == number
