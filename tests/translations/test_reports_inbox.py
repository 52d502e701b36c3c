"""The inbox at the desk: a language's team sees what was reported of it, and nobody else does."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.operations.schedule.registry import job_named
from cms.translations.managed import translation_of
from cms.translations.models import TranslationReport
from cms.translations.operations import clear_records
from cms.translations.reports.inbox import DONE_DAYS, report_settle
from tests.factories.pages import translated
from tests.translations.people import reviewer_of, translator_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


@pytest.fixture
def report(translation):
    return make(translation)


def make(translation, text="Хибне слово", **values):
    return TranslationReport.objects.create(translation=translation, text=text, **values)


def listed(client, **query):
    return client.get(reverse("desk:reports"), query).content.decode()


def is_refused(answer):
    return answer.status_code == 302 and answer.url == reverse("wagtailadmin_home")


@pytest.mark.parametrize("who", ["translator", "reviewer"])
def test_the_team_reads_settles_and_opens_again(report, request, client, who):
    user = request.getfixturevalue(who)
    client.force_login(user)
    html = listed(client)
    assert "Хибне слово" in html
    assert reverse("desk:edit", args=[report.translation.uuid]) in html
    client.post(reverse("desk:report_done", args=[report.pk]))
    report.refresh_from_db()
    assert (report.status, report.done_by) == ("done", user)
    assert "Хибне слово" not in listed(client)
    assert "Хибне слово" in listed(client, status="done")
    client.post(reverse("desk:report_reopen", args=[report.pk]))
    report.refresh_from_db()
    assert (report.status, report.done_by, report.done_at) == ("open", None, None)


def test_what_a_reader_wrote_is_text_and_no_markup(translation, translator, client):
    make(translation, "<script>x</script>", passage="<b>y")
    client.force_login(translator)
    html = listed(client)
    assert "<script>x" not in html
    assert "&lt;script&gt;x" in html


@pytest.mark.parametrize("role", [translator_of, reviewer_of])
def test_a_team_of_another_language_gets_nothing(report, locales, client, role):
    client.force_login(role(locales["ar"]))
    assert "Хибне слово" not in listed(client, language="uk")
    for name in ("report_done", "report_reopen"):
        assert is_refused(client.post(reverse(f"desk:{name}", args=[report.pk])))
        assert is_refused(client.post(reverse(f"desk:{name}", args=[report.pk + 999])))
    report.refresh_from_db()
    assert report.status == "open"


@pytest.mark.parametrize("role", ["editor", "moderator"])
def test_who_is_in_no_team_gets_no_inbox(report, users, client, role):
    client.force_login(users[role])
    assert is_refused(client.get(reverse("desk:reports")))
    assert is_refused(client.post(reverse("desk:report_done", args=[report.pk])))


def test_a_link_changes_nothing(report, translator, client):
    client.force_login(translator)
    assert client.get(reverse("desk:report_done", args=[report.pk])).status_code == 405


def links_to_the_inbox(client, name):
    html = client.get(reverse(name)).content.decode()
    links = BeautifulSoup(html, "html.parser").select(f'a[href^="{reverse("desk:reports")}"]')
    return [link.parent.get_text(" ", strip=True) for link in links]


def test_the_list_and_the_admins_home_tell_how_many_are_open(event, report, translator, client):
    make(report.translation)
    make(translation_of(translated(event, "ar")))
    client.force_login(translator)
    for name in ("desk:index", "wagtailadmin_home"):
        [said] = links_to_the_inbox(client, name)
        assert "2" in said
    for one in report.translation.reports.all():
        report_settle(report=one, status="done", user=translator)
    assert "0" in links_to_the_inbox(client, "desk:index")[0]
    assert links_to_the_inbox(client, "wagtailadmin_home") == []


def test_the_list_costs_the_same_for_many(report, translator, client):
    client.force_login(translator)

    def cost():
        listed(client)
        with CaptureQueriesContext(connection) as seen:
            listed(client)
        return len(seen)

    few = cost()
    for number in range(20):
        make(report.translation, f"Помилка {number}")
    assert cost() == few


def test_what_is_done_is_deleted_after_its_days_and_what_is_open_never(translation, translator):
    with time_machine.travel(NOW, tick=False):
        kept, done = make(translation), make(translation)
        report_settle(report=done, status="done", user=translator)
    assert job_named("translation_records").task is clear_records
    with time_machine.travel(NOW + timedelta(days=DONE_DAYS - 1), tick=False):
        assert clear_records.func() == 0
    with time_machine.travel(NOW + timedelta(days=DONE_DAYS + 1), tick=False):
        assert clear_records.func() == 1
    assert list(TranslationReport.objects.all()) == [kept]
