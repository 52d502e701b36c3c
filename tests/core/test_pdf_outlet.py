"""A page's own PDF: what it says, in which language, and for whom."""

import pytest
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from cms.core.acts import act_record
from cms.core.facts.change import facts_change
from network.models import EventPage
from tests.core.pdf_text import is_tagged, language_of, words_of
from tests.factories.library import make_publication
from tests.factories.pages import fresh, home_in, make_event, translated
from tests.factories.recommendations import (
    make_full_recommendation,
    make_recommendation,
    recently_sent,
)
from tests.factories.services import make_full_service
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db
MAKERS = {
    "publication": make_publication, "recommendation": make_recommendation,
    "service": make_full_service,
}  # fmt: skip


@pytest.fixture(params=sorted(MAKERS))
def page(request, locales):
    return MAKERS[request.param](slug="lap", title="A lap címe", summary="Röviden")


def pdf_of(client, page):
    return client.get(f"{page.url_path}page.pdf")


def text_of(client, page):
    return words_of(pdf_of(client, page).content)


def test_the_page_leads_to_its_pdf_and_the_pdf_to_the_page(client, page):
    url = f"{page.url_path}page.pdf"
    html = client.get(page.url_path).content.decode()
    assert f'href="{url}" type="application/pdf">Az oldal PDF-ben</a>' in html
    answer = client.get(url)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'inline; filename="lap.pdf"'
    assert is_tagged(answer.content)
    assert language_of(answer.content) == "hu"
    said = words_of(answer.content)
    assert "A lap címe" in said
    assert "Röviden" in said
    assert f"http://testserver{page.url_path}" in said


def test_a_translation_has_a_pdf_in_its_own_language(client, page):
    english = translated(page)
    content = pdf_of(client, english).content
    assert language_of(content) == "en"
    assert "A lap címe (en)" in words_of(content)


def test_a_draft_has_none_and_a_private_page_asks_as_it_does_itself(client, page, users):
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert pdf_of(client, page).status_code == 302
    assert "page.pdf" in pdf_of(client, page).url
    client.login(username="editor", password=PASSWORD)
    answer = pdf_of(client, page)
    assert answer.status_code == 200
    assert "private" in answer.headers["Cache-Control"]
    client.logout()
    PageViewRestriction.objects.update(restriction_type="password", password="x")
    asked = pdf_of(client, page)
    assert asked.headers["Content-Type"].startswith("text/html")
    assert "A lap címe" not in asked.content.decode()
    PageViewRestriction.objects.all().delete()
    fresh(page).unpublish()
    assert pdf_of(client, page).status_code == 404


def test_a_withdrawn_page_says_so_in_its_pdf(client, page):
    facts_change(page=page, fields={
        "withdrawn_at": timezone.now(), "withdrawn_reason": "error",
        **page.facts_of_withdrawal("error"),
    })  # fmt: skip
    act_record(page=page, kind="withdrawn", texts={"hu": "Hibás volt."})
    said = text_of(client, page)
    with translation.override("hu"):
        assert str(fresh(page).get_withdrawn_reason_display()) in said
    assert "Hibás volt." in said
    assert said.index("Hibás volt.") > said.index("A lap címe")


def test_a_recommendation_tells_its_items_and_what_came_of_them(client, locales):
    page = make_full_recommendation()
    english = translated(page)
    for shown, words in (
        (page, ("Hivatkozási szám", "Háttér", "1. Pont 1", "Szöveg", "Indok", "Másik 0", "Másik 1",
                "Válasz", "Közlöny", "https://example.org/", "Idézet", "Különvélemény",
                "iktatószám", "MK-2013/04-1", "A válasz határideje ez volt:", "Elküldve")),
        (english, ("Also asked", "On the agenda of", "Evidence", "History", "Signatories")),
    ):  # fmt: skip
        said = text_of(client, shown)
        assert [word for word in words if word not in said] == []


def test_it_names_no_page_that_its_reader_may_not_see(client, locales):
    page = make_full_recommendation()
    organisation = page.signatories.first().organisation
    meeting = EventPage.objects.get(locale__language_code="hu")
    assert organisation.title in text_of(client, page)
    assert meeting.title in text_of(client, page)
    for hidden in (organisation, meeting):
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    said = text_of(client, page)
    assert organisation.title not in said
    assert meeting.title not in said


def test_a_publication_says_its_chapters(client, locales):
    said = text_of(client, make_publication())
    assert "Bevezetés" in said
    assert "Összegzés" in said


def test_a_service_says_who_where_and_when(client, locales):
    page = make_full_service(cost="paid", fees="100 < 200 Ft")
    english = translated(page)
    for shown, words in (
        (page, ("100 < 200 Ft", "Bárki", "Útlevél", "Űrlap", "+36 1 234 5678", "éjjel-nappal",
                "II. emelet", "2031. december 24.", "szenteste", "hétfő", "9:00 – 12:00",
                "13:00 – 24:00", "https://example.org/", "Tolmácsot 2 nappal")),
        (english, ("Opening hours", "Different opening hours", "You do not have to give it.",
                   "closed")),
    ):  # fmt: skip
        said = text_of(client, shown)
        assert [word for word in words if word not in said] == []


def test_a_hidden_address_is_in_no_pdf(client, locales):
    page = make_full_service()
    place = page.places.first().place
    place.hidden, place.address = True, "Titkos utca 7."
    place.save()
    said = text_of(client, page)
    assert "Titkos utca" not in said
    assert "II. emelet" not in said
    assert "előbb írjon vagy telefonáljon" in said


def test_the_same_document_is_set_once_and_a_new_fact_makes_a_new_one(client, locales, caplog):
    page = make_recommendation(title="Cím \U00013000 vége")
    for _time in range(2):
        assert pdf_of(client, page).status_code == 200
    told = [record.message for record in caplog.records if "no font has" in record.message]
    assert len(told) == 1
    assert "\U00013000" in told[0]
    assert str(page.pk) in told[0]
    recently_sent(page)
    assert "MK-2013/04-1" in text_of(client, page)


def test_what_no_font_has_is_replaced_and_no_error(client, locales):
    page = make_recommendation(title="Cím \U00013000 vége")
    assert pdf_of(client, page).status_code == 200
    assert "vége" in text_of(client, page)


def test_no_other_type_has_one_and_nothing_is_posted_to_it(client, locales):
    for page in (make_event(), home_in("hu")):
        assert pdf_of(client, page).status_code == 404
    assert client.get("/hu/nincs/page.pdf").status_code == 404
    assert client.post(f"{make_recommendation().url_path}page.pdf").status_code == 405


def test_the_sitemap_knows_pages_alone(client, page):
    assert "page.pdf" not in client.get("/sitemap-hu.xml").content.decode()
