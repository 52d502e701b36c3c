"""A reader reports an error in a translation: without JavaScript, without a name, not endlessly."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from cms.core.databases.watch import changes_content
from cms.core.facts.change import facts_change
from cms.translations.managed import translation_of
from cms.translations.models import Term, TranslationReport
from cms.translations.reports.filing import FROM_ONE, OF_ONE, UNREAD
from cms.translations.reports.forms import LONGEST, LONGEST_PASSAGE
from tests.factories.pages import fresh, home_in, make_event, translated

pytestmark = pytest.mark.django_db


def form_at(page, code=None):
    return f"/{code or page.locale.language_code}/translations/report/{page.pk}/"


def soup_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


@pytest.fixture
def arabic(event):
    return translated(event, "ar", " (ar)")


def link_on(client, page):
    return soup_of(client.get(page.url_path)).select_one('main > .told a[rel="nofollow"]')


def test_each_translation_leads_to_its_form_and_a_source_to_none(event, twin, arabic, client):
    for page in (twin, arabic):
        link = link_on(client, page)
        assert link["href"] == form_at(page)
        assert client.get(link["href"]).status_code == 200
    assert link_on(client, event) is None
    assert link_on(client, home_in("ar")) is None


def test_the_page_itself_sets_no_cookie_and_differs_for_nobody(twin, client):
    answer = client.get(twin.url_path)
    assert not answer.cookies
    assert "cookie" not in answer.headers.get("Vary", "").lower()
    form = client.get(form_at(twin))
    assert "no-store" in form.headers["Cache-Control"]


@pytest.mark.parametrize("code", ["uk", "ar"])
def test_a_report_is_taken_with_what_the_page_showed(event, client, code):
    page = translated(event, code, f" ({code})")
    answer = client.post(form_at(page), {"text": "Помилка\r\nхиба", "passage": "Ülés"})
    assert answer.url == f"{form_at(page)}sent/"
    thanks = soup_of(client.get(answer.url))
    assert thanks.html["dir"] == ("rtl" if code == "ar" else "ltr")
    assert thanks.select_one("main a.button")["href"] == page.url_path
    [report] = TranslationReport.objects.all()
    assert (report.translation, report.revision) == (translation_of(page), page.live_revision)
    assert (report.text, report.passage, report.status) == ("Помилка\nхиба", "Ülés", "open")


def test_nothing_is_asked_or_kept_of_who_reports(twin, client):
    fields = soup_of(client.get(form_at(twin))).select("main [name]")
    names = [one["name"] for one in fields]
    assert names == ["csrfmiddlewaretoken", "text", "passage", "website"]
    client.post(form_at(twin), {"text": "x"}, REMOTE_ADDR="192.0.2.77")
    assert "192.0.2.77" not in str(TranslationReport.objects.values().get())


@pytest.mark.parametrize(
    "typed",
    [
        {"text": "  ", "passage": "місце"},
        {"text": "x" * (LONGEST + 1), "passage": "місце"},
        {"text": "x", "passage": "м" * (LONGEST_PASSAGE + 1)},
        {"text": "a\0b", "passage": "місце"},
    ],
)
def test_bad_input_is_one_sentence_and_nothing_typed_is_lost(twin, client, typed):
    answer = client.post(form_at(twin), typed)
    assert answer.status_code == 400
    page = soup_of(answer)
    [said] = page.select(".said")
    assert said.get_text().endswith(".")
    for name, text in typed.items():
        kept = page.select_one(f"textarea[name={name}]").get_text().strip()
        assert kept.replace("�", "\0") == text.strip()
    assert not TranslationReport.objects.exists()


def test_as_many_characters_as_the_field_allows_are_taken(twin, client):
    lines = "\r\n".join(["x" * 9] * (LONGEST // 10)) + "y"
    assert client.post(form_at(twin), {"text": lines}).status_code == 302
    assert client.post(form_at(twin), {}).status_code == 400


def private(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def withdrawn(page):
    facts_change(page=page, fields={"withdrawn_at": timezone.now(), "withdrawn_reason": "error"})


def unpublished(page):
    fresh(page).unpublish()


@pytest.mark.parametrize("gone", [private, withdrawn, unpublished])
def test_only_what_anybody_can_read_is_reported(event, twin, client, gone):
    gone(twin)
    for method in (client.get, client.post):
        answer = method(form_at(twin), {"text": "x"} if method == client.post else None)
        assert answer.status_code == 404
        assert "Ülés" not in answer.content.decode()
    assert client.get(f"{form_at(twin)}sent/").status_code == 404
    assert not TranslationReport.objects.exists()


def test_a_withdrawn_page_has_no_link_to_the_form(event, twin, client):
    withdrawn(event)
    assert link_on(client, fresh(twin)) is None


def test_a_draft_a_source_and_a_number_that_is_none_are_not_there(event, locales, client):
    draft = translated(make_event(title="Titkos"), "uk", publish=False)
    for address in (
        form_at(draft), form_at(event), form_at(event, "uk"), form_at(home_in("uk")),
        "/uk/translations/report/0/", f"/uk/translations/report/{10**25}/",
    ):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 404
        assert "Titkos" not in answer.content.decode()


def test_the_form_of_another_language_leads_to_that_languages_page(twin, arabic, client):
    assert client.get(form_at(twin, "ar")).url == form_at(arabic)
    assert client.get(form_at(twin, "vi")).status_code == 404


def test_a_program_that_fills_every_field_is_thanked_and_not_heard(twin, client):
    answer = client.post(form_at(twin), {"text": "x", "website": "https://example.org"})
    assert answer.status_code == 302
    assert not TranslationReport.objects.exists()


def test_who_sends_too_often_is_told_and_keeps_the_text(twin, client):
    for _number in range(FROM_ONE):
        assert client.post(form_at(twin), {"text": "x"}).status_code == 302
    answer = client.post(form_at(twin), {"text": "моє"})
    assert answer.status_code == 429
    page = soup_of(answer)
    assert page.select_one("[role=alert]").get_text().endswith(".")
    assert page.textarea.get_text().strip() == "моє"
    other = client.post(form_at(twin), {"text": "x"}, REMOTE_ADDR="192.0.2.7")
    assert other.status_code == 302


def test_behind_a_proxy_the_reader_is_counted_and_not_the_proxy(twin, client, settings):
    settings.BEHIND_PROXY = True
    codes = [
        client.post(
            form_at(twin), {"text": "x"}, headers={"X-Forwarded-For": f"1.2.3.4, 192.0.2.{n}"}
        ).status_code
        for n in range(FROM_ONE + 1)
    ]
    assert set(codes) == {302}


def test_a_page_with_very_many_unread_reports_takes_no_more(twin, client):
    found = translation_of(twin)
    for _number in range(UNREAD):
        TranslationReport.objects.create(translation=found, text="x")
    assert client.post(form_at(twin), {"text": "x"}).status_code == 429
    TranslationReport.objects.first().delete()
    assert client.post(form_at(twin), {"text": "x"}).status_code == 302


def test_one_page_takes_so_many_reports_a_minute_wherever_they_come_from(twin, arabic, client):
    def send(page, number):
        return client.post(form_at(page), {"text": "моє"}, REMOTE_ADDR=f"192.0.2.{number}")

    assert {send(twin, number).status_code for number in range(OF_ONE)} == {302}
    answer = send(twin, OF_ONE)
    assert answer.status_code == 429
    assert soup_of(answer).select_one("[role=alert]").get_text().endswith(".")
    assert soup_of(answer).textarea.get_text().strip() == "моє"
    assert translation_of(twin).reports.count() == OF_ONE
    assert send(arabic, OF_ONE).status_code == 302


def test_a_forged_form_is_refused_and_changes_nothing(twin):
    assert Client(enforce_csrf_checks=True).post(form_at(twin), {"text": "x"}).status_code == 403
    assert not TranslationReport.objects.exists()


def test_a_report_makes_no_page_anew():
    def insert(model):
        return f'INSERT INTO "{model._meta.db_table}" VALUES (1)'

    assert changes_content(insert(Term))
    assert not changes_content(insert(TranslationReport))


def test_the_address_is_in_the_readers_language():
    with translation.override("ar"):
        assert reverse("translation_report", args=[7]) == "/ar/translations/report/7/"
