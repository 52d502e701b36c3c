"""The matrix of pages and languages: what it tells, to whom, what it filters and exports."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from cms.translations.drafts import latest_made, publish_made
from cms.translations.models import TranslationState, UrgentPage
from cms.translations.standing import states_refresh
from tests.factories.pages import make_event, published, translated
from tests.operations.mail.test_texts import parts
from tests.translations.people import reviewer_of, translator_of
from tests.translations.test_mails import told

pytestmark = pytest.mark.django_db
BUDGET = 12


def looked(client, **asked):
    answer = client.get(reverse("desk:overview"), asked)
    assert answer.status_code == 200
    return {row.page.title: row for row in answer.context["page"]}, answer


@pytest.fixture
def states(event, twin):
    states_refresh(event.translation_key)


def test_each_page_stands_there_in_each_language(states, event, admin):
    rows, answer = looked(admin)
    cells = {cell.locale.language_code: cell.status for cell in rows["Ülés"].cells}
    assert cells["uk"] == "current"
    assert set(cells) == set(
        Locale.objects.exclude(language_code="hu").values_list("language_code", flat=True)
    )
    assert set(cells.values()) == {"current", "missing"}
    work = {one.locale.language_code: one for one in answer.context["work"]}
    assert work["ar"].missing > work["uk"].missing
    assert work["uk"].segments > work["uk"].open_segments == 0


def test_who_writes_hungarian_pages_sees_all_and_a_team_its_own(states, users, client):
    arabic = translator_of(Locale.objects.get(language_code="ar"))
    for user, codes in ((users["editor"], None), (arabic, {"ar"})):
        client.force_login(user)
        rows, _answer = looked(client)
        found = {cell.locale.language_code for cell in rows["Ülés"].cells}
        assert found == codes if codes else len(found) > 1
    client.force_login(users["english"])
    assert client.get(reverse("desk:overview")).url == reverse("wagtailadmin_home")


def test_filters_ask_for_one_language_at_once(states, event, translation, reviewer, client):
    client.force_login(reviewer)
    other = make_event(title="Másik")
    state = TranslationState.objects.get(translation=translation)
    state.assignee, state.due = reviewer, timezone.localdate() - timedelta(days=1)
    state.status = "major"
    state.save()
    UrgentPage.objects.create(translation_key=other.translation_key)
    for asked, there in (
        ({"status": "missing"}, {"Másik"}), ({"status": "major"}, {"Ülés"}),
        ({"status": "current"}, set()), ({"whose": "me"}, {"Ülés"}),
        ({"overdue": "1"}, {"Ülés"}), ({"urgent": "1"}, {"Másik"}), ({"q": "másik"}, {"Másik"}),
        ({"kind": "eventpage"}, {"Ülés", "Másik"}), ({"kind": "publicationpage"}, set()),
        ({"status": "%", "kind": "x", "p": "x", "q": "\0"}, {"Ülés", "Másik"}),
    ):  # fmt: skip
        rows, _answer = looked(client, **asked)
        assert set(rows) & {"Ülés", "Másik"} == there, asked


def test_fault_15_the_export_has_a_full_row_for_each_page_and_language(translation, admin, users):
    make_event(title="=HYPERLINK(1)")
    publish_made(latest_made(translation), user=users["administrator"])
    answer = admin.get(reverse("desk:overview_out"))
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    languages = Locale.objects.exclude(language_code="hu").count()
    ours = [row for row in rows if row[0] == "Ülés"]
    assert len(ours) == languages
    assert all(row[:5] == [cell.strip() for cell in row[:5]] and all(row[:5]) for row in ours)
    (uk,) = (row for row in ours if row[3] == "uk")
    assert uk[5] == timezone.localdate().isoformat()
    assert int(uk[6]) > 0
    assert uk[-2] == "administrator"
    assert any(row[0] == "'=HYPERLINK(1)" for row in rows)


def test_the_queries_do_not_grow_with_the_pages(states, admin):
    counts = []
    for number in (0, 12):
        for at in range(number):
            page = make_event(title=f"Esemény {at}")
            translated(page, "uk", " (uk)")
        looked(admin)
        with CaptureQueriesContext(connection) as seen:
            looked(admin)
        counts.append(len(seen))
    assert counts[0] == counts[1]
    assert counts[1] <= BUDGET, "\n".join(one["sql"][-300:] for one in seen)


@pytest.mark.usefixtures("outbox")
def test_an_urgent_page_is_told_at_once_to_teams_that_lack_it(states, event, users, client):
    locales = {code: Locale.objects.get(language_code=code) for code in ("uk", "ar")}
    current, lacking = translator_of(locales["uk"]), reviewer_of(locales["ar"])
    url = reverse("desk:urgent", args=[event.pk])
    for user in (lacking, users["editor"]):
        client.force_login(user)
        assert client.post(url, {"urgent": "yes"}).url == reverse("wagtailadmin_home")
    assert not UrgentPage.objects.exists()
    client.force_login(users["moderator"])
    assert client.post(url, {"urgent": "yes"}).status_code == 302
    assert set(told()) == {lacking.email}
    _message, plain, _html = parts(told()[lacking.email])
    assert "العربية" in plain
    # again: nobody is told twice; published anew: those who are behind by it
    client.post(url, {"urgent": "yes"})
    assert len(told()) == 1
    from cms.operations.waiting import run_waiting

    event.title = "Rendkívüli ülés"
    published(event)
    run_waiting()
    assert set(told()) == {lacking.email, current.email}
    assert client.post(url, {"urgent": "no"}).status_code == 302
    assert not UrgentPage.objects.exists()


def test_where_one_is_led_back_to_is_this_site(event, admin):
    url = reverse("desk:urgent", args=[event.pk])
    answer = admin.post(url, {"urgent": "no", "back": "https://example.org/"})
    assert answer.url == reverse("desk:overview")
