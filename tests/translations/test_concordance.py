"""A translator looks up how words were translated before, without a script, in one's languages."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from cms.translations.managed import page_of
from tests.factories.pages import translated
from tests.translations.memory_rows import place, remember
from tests.translations.people import translator_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(client, translator):
    """Search as a translator of Ukrainian, or of another language."""

    def ask(query, code="uk", user=translator, **more):
        client.force_login(user)
        values = {"language": code, "q": query, **more}
        answer = client.get(reverse("desk:concordance"), values)
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    return ask


def hits(page):
    return [
        [one.get_text().strip() for one in hit.select(".desk-pair > div")]
        for hit in page.select(".desk-hit")
    ]


@pytest.mark.parametrize("query", ["ÜLÉS", "засідання"])
def test_words_are_marked_in_hungarian_and_in_the_translation(locales, asked, query):
    remember(locales, [("A kerekasztal ülése", "Засідання круглого столу")])
    page = asked(query)
    assert hits(page) == [["A kerekasztal ülése", "Засідання круглого столу"]]
    [mark] = page.select(".desk-hit mark")
    assert mark.get_text().casefold() == query.casefold()
    assert page.select_one("input[name=q]")["value"] == query
    assert page.select("[data-insert]") == []


def test_each_side_has_its_own_language_and_direction(locales, asked):
    remember(locales, [("A kerekasztal ülése", "اجتماع المائدة المستديرة")], code="ar")
    page = asked("المائدة", "ar", translator_of(locales["ar"]))
    sides = page.select(".desk-hit .desk-pair > div")
    assert [(one["lang"], one["dir"]) for one in sides] == [("hu", "ltr"), ("ar", "rtl")]
    assert page.select_one(".desk-hit mark").get_text() == "المائدة"
    assert page.select_one("input[name=q]")["dir"] == "auto"


def test_a_hit_leads_to_its_page_at_the_desk(asked, translation):
    link = asked("összefoglaló").select_one(".desk-hit a")
    assert link["href"] == reverse("desk:edit", args=[translation.uuid])
    assert link.get_text() == "Ülés"


def test_a_page_that_nobody_translates_any_more_is_not_named(asked, translation):
    translation.enabled = False
    translation.save()
    page = asked("összefoglaló")
    assert hits(page)
    assert page.select(".desk-hit a") == []


def test_reviewed_before_written_before_drafted(locales, asked, translation):
    remember(locales, [("összefoglaló", "машина")], translation_type="machine")
    remember(locales, [("összefoglaló", "людина")])
    StringTranslation.objects.filter(data__endswith="(uk)").update(translation_type="manual")
    page = asked("összefoglaló")
    states = [one.get_text().split(" · ")[0] for one in page.select(".desk-hit small")]
    assert states == ["reviewed", "by a person", "by a machine"]


def test_another_languages_translator_gets_nothing(locales, asked, twin, client):
    arabic = translator_of(locales["ar"])
    for code in ("uk", "ar", "hu", "xx"):
        page = asked("összefoglaló", code, arabic)
        assert hits(page) == []
        assert "(uk)" not in page.get_text()
    client.logout()
    answer = client.get(reverse("desk:concordance"), {"language": "uk", "q": "összefoglaló"})
    assert answer.url.startswith(reverse("wagtailadmin_login"))


def test_a_draft_of_another_language_never_appears(event, asked):
    draft = translated(event, "ar", " (titkos)", publish=False)
    assert not draft.live
    assert "titkos" not in asked("összefoglaló").get_text()
    page = asked("titkos")
    assert hits(page) == []
    assert "titkos" in page.select_one("main p, .desk p").get_text()


@pytest.mark.parametrize("query", ["%", "_", '"', "*", "a", "x" * 201, "x" * 500, "%%", "__", '"*'])
def test_odd_queries_end_in_a_sentence(locales, asked, query):
    remember(locales, [("A kerekasztal ülése", "Засідання")])
    page = asked(query)
    assert hits(page) == []
    [said] = page.select(".desk-words ~ p:not(:has(a))")
    assert said.get_text().strip().endswith(".")
    assert page.select_one("input[name=q]")["value"] == query


def test_nothing_is_said_before_anything_was_asked(asked):
    assert asked("").select(".desk-words ~ p:not(:has(a))") == []
    assert asked("\0 ").select_one(".desk-words ~ p").get_text().endswith(".")


def test_what_was_typed_and_found_is_text(locales, asked):
    remember(locales, [("x &lt;script&gt;1&lt;/script&gt;", "<b>жирний</b> y")])
    page = asked("<script>1")
    assert hits(page) == [["x <script>1</script>", "жирний y"]]
    assert [one for one in page.select("script") if one.get_text() == "1"] == []


def test_pages_of_twenty(locales, asked):
    remember(locales, [(f"{n}. ülés & vita", f"{n}. засідання") for n in range(23)])
    first = asked("ülés & vita")
    assert len(hits(first)) == 20
    more = first.select_one("a[rel=next]")["href"]
    assert more == f"{reverse('desk:concordance')}?language=uk&q=%C3%BCl%C3%A9s%20%26%20vita&p=2"
    last = asked("ülés & vita", p=99)
    assert len(hits(last)) == 3
    assert not {str(one) for one in hits(first)} & {str(one) for one in hits(last)}


def test_a_part_of_the_page_is_what_was_found_alone(locales, asked):
    remember(locales, [("A kerekasztal ülése", "Засідання")])
    part = asked("ülése", part="hits")
    assert len(hits(part)) == 1
    assert part.select("html, form, input") == []


def test_the_box_at_the_desk_works_without_a_script(client, translator, translation):
    client.force_login(translator)
    page = BeautifulSoup(
        client.get(reverse("desk:edit", args=[translation.uuid])).content, "html.parser"
    )
    form = page.select_one("form[role=search]")
    assert (form["method"], form["action"]) == ("get", reverse("desk:concordance"))
    values = {one["name"]: one["value"] for one in form.select("input")}
    assert values == {"language": "uk", "q": ""}
    assert form.find_parent("form") is None
    assert form.select_one("label")["for"] == form.select_one("input[type=search]")["id"]


def test_beside_a_segment_what_was_found_can_be_inserted(locales, client, translator, translation):
    remember(locales, [("A kerekasztal ülése", "Засідання &amp; інше")])
    segment = translation.source.stringsegment_set.first()
    client.force_login(translator)
    answer = client.get(reverse("desk:help", args=[translation.uuid, segment.pk]), {"q": "ülése"})
    [button] = BeautifulSoup(answer.content, "html.parser").select("[data-insert]")
    assert button["data-insert"] == "Засідання & інше"


@pytest.mark.parametrize("number", [1, 60])
def test_the_same_queries_for_few_and_many(locales, client, translator, translation, number):
    key = page_of(translation).translation_key
    remember(locales, [(f"{n}. ülés", f"{n}") for n in range(number)], context=place(key))
    client.force_login(translator)
    address = reverse("desk:concordance")
    client.get(address, {"q": "ülés"})
    with CaptureQueriesContext(connection) as seen:
        client.get(address, {"q": "ülés"})
    assert len(seen) == 12
