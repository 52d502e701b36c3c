"""The style guide has every component and block, made by their own templates, for editors alone."""

import re

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from cms.core.blocks import BodyBlock
from cms.core.models.pages import WithdrawnReason
from cms.env import ROOT
from cms.languages import LANGUAGES
from home.styleguide.entries import about
from home.styleguide.families import FAMILIES
from home.styleguide.families.records import ICONS
from home.styleguide.tokens import TOKENS, colours, contrast, pairs
from network.event_codes import EventStatus
from network.models import OrganisationPage
from network.service_codes import ServiceStatus
from resources.models import ResourcePage
from resources.recommendations.codes import Implementation, Position, Response, State
from resources.recommendations.outcomes import BECAME
from tests.core.test_every_language import MARKED, left_in_english, words_of
from tests.factories.pages import StandardPageFactory, home_in, published
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db
URL = "/hu/styleguide/"
TEMPLATES = ROOT / "templates"
#: Texts of the examples that are the same in every language: names, addresses, formats.
SAID = {
    "Nguyen", "Anna", "Budapest", "Városház", "CSL", "BibTeX", "Hol", "lakhat", "aki", "most",
    "jön", "kB", "bytes", "English", "布达", "布达佩斯", "中文", "العربية", "بيت", "اللغات",
}  # fmt: skip


@pytest.fixture
def editor(locales, users, client):
    client.login(username="editor", password=PASSWORD)
    return client


def parts():
    folders = ("components", "blocks")
    return {
        f"{folder}/{path.name}" for folder in folders for path in (TEMPLATES / folder).iterdir()
    }


def entries():
    return [entry for make in FAMILIES for entry in make(home_in("hu")).entries]


def soup_of(client, url=URL):
    return BeautifulSoup(client.get(url).content.decode(), "html.parser")


def test_every_component_and_block_has_an_entry(locales):
    found = [entry.template for entry in entries()]
    assert parts() - set(found) == set()
    assert len(found) == len(set(found))


def test_every_component_and_block_is_made_by_its_own_template(editor):
    made = {template.name for template in editor.get(URL).templates}
    assert parts() - made == set()


def test_a_component_without_states_is_a_part_of_the_page_itself(editor):
    around = [entry for entry in entries() if not entry.states]
    soup = soup_of(editor)
    assert {entry.template for entry in around} == {
        f"components/{name}.html"
        for name in ("header", "crumbs", "page_head", "on_this_page", "page_meta", "footer")
    }
    for part in ("header.top", "nav.crumbs", "main h1", ".on-this-page", "footer.foot"):
        assert len(soup.select(part)) == 1, part
    assert soup.select_one("meta[name=description]")["content"]


def test_every_block_of_a_body_is_shown(editor):
    shown = {node["class"][0] for node in soup_of(editor).select(".guide-shown > [class^=block-]")}
    assert shown == {f"block-{name}" for name in BodyBlock().child_blocks}


def test_every_entry_says_its_inputs(locales):
    for entry in entries():
        assert re.search(r"Inputs?: |No inputs\.", about(entry.template)), entry.template


@pytest.mark.parametrize(
    ("template", "labels"),
    [
        ("components/event_status.html", EventStatus.labels),
        ("network/event_ribbon.html", EventStatus.labels),
        ("components/service_status.html", ServiceStatus.labels),
        ("components/service_card.html", ServiceStatus.labels[1:]),
        ("components/organisation_card.html", OrganisationPage.Status.labels[2:]),
        ("components/withdrawn.html", WithdrawnReason.labels),
        ("resources/document_state.html", State.labels),
        ("resources/item_answer.html", Response.labels),
        ("resources/item_states.html", [*Position.labels[1:], *Implementation.labels[1:]]),
        ("components/outcome_table.html", list(BECAME.values())),
        ("components/kind_icon.html", ResourcePage.Kind.labels),
        ("components/icon.html", ICONS),
    ],
)
def test_every_state_of_a_component_is_shown(editor, template, labels):
    head = soup_of(editor).find("code", string=template)
    text = head.find_parent(class_="guide-entry").get_text()
    assert [str(label) for label in labels if str(label) not in text] == []


def test_every_sign_is_drawn(locales):
    """The list of signs is the one that the component's own comment names."""
    known = re.search(r"name \(([^)]+)\)", about("components/icon.html"))[1]
    assert tuple(known.split(", ")) == ICONS


def test_who_is_not_signed_in_is_asked_to(locales, client):
    response = client.get(URL)
    assert response.status_code == 302
    assert response.url == f"{reverse('wagtailadmin_login')}?next={URL}"


def test_who_has_no_desk_does_not_find_it(locales, client):
    client.force_login(get_user_model().objects.create_user("reader", "r@example.org", PASSWORD))
    assert client.get(URL).status_code == 404


@pytest.mark.parametrize("role", ["editor", "moderator", "english", "administrator"])
def test_everybody_at_the_desk_may_read_it(locales, users, client, role):
    client.login(username=role, password=PASSWORD)
    assert client.get(URL).status_code == 200
    assert client.post(URL).status_code == 405


def test_no_cache_keeps_it_and_no_robot_lists_it(editor):
    response = editor.get(URL)
    assert "private" in response["Cache-Control"] and "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert "private" in editor.get("/hu/styleguide/?page=2")["Cache-Control"]


def test_it_keeps_to_the_policy_of_public_pages(editor):
    response = editor.get(URL)
    assert "unsafe" not in response["Content-Security-Policy"]
    assert "'none'" in response["Content-Security-Policy"]
    html = response.content.decode()
    assert not re.search(r"<[^>]+\s(?:style|on[a-z]+)=|<style|<script", html)


def test_it_is_in_no_sitemap_and_no_search(locales, client):
    for url in ("/sitemap.xml", "/sitemap-hu.xml", "/robots.txt", "/hu/"):
        assert "styleguide" not in client.get(url).content.decode(), url
    with translation.override("hu"):
        words = translation.gettext("Style guide")
    published(StandardPageFactory(parent=home_in("hu"), title=words, slug="masik"))
    assert "styleguide" not in client.get("/hu/search/", {"q": words}).content.decode()


def test_the_help_of_the_admin_leads_to_it(editor, users):
    assert (
        "/en/styleguide/"
        in editor.get("/admin/", headers={"accept-language": "en"}).content.decode()
    )
    assert URL in editor.get("/admin/", headers={"accept-language": "hu"}).content.decode()


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_it_speaks_the_language_of_its_address(editor, language):
    soup = soup_of(editor, f"/{language.code}/styleguide/")
    assert (soup.html["lang"], soup.html["dir"]) == (language.code, language.direction)
    links = {link["hreflang"]: link["href"] for link in soup.select(".top .languages a")}
    assert links == {one.code: f"/{one.code}/styleguide/" for one in LANGUAGES}
    for node in soup.select("[lang=en]"):
        node.decompose()
    assert not words_of(soup) & left_in_english(language.code)


def test_no_word_of_it_stands_outside_gettext(editor, monkeypatch):
    for function in ("gettext", "pgettext", "ngettext", "npgettext"):
        monkeypatch.setattr(translation._trans, function, MARKED[function])
    soup = soup_of(editor, "/en/styleguide/")
    # names of the site and of languages, code, words that are cut: marked, or in lines on a cover
    foreign = "[lang]:not(html, body, [lang=en]), code, .guide-about, .top, .foot, .block-pages"
    for node in soup.select(f"{foreign}, .hit, .cover, .guide-colours"):
        node.decompose()
    unknown = {
        word
        for text in words_of(soup)
        if "⟦" not in text
        for word in re.findall(r"[^\W\d_]{2,}", re.sub(r"\S*example\.org\S*", "", text))
        if word not in SAID and not word.isupper()
    }
    assert unknown == set()


def test_it_costs_few_queries(editor):
    editor.get(URL)
    with CaptureQueriesContext(connection) as captured:
        editor.get(URL)
    assert len(captured) <= 12, [query["sql"][:90] for query in captured]


def test_every_colour_is_told_apart_from_its_ground():
    assert len(colours()) == TOKENS.read_text().count("light-dark(")
    assert [pair for pair in pairs() if min(pair.light, pair.dark) < pair.least] == []


def test_contrast_is_counted_as_the_standard_says():
    assert (contrast("#000000", "#ffffff"), contrast("#ffffff", "#ffffff")) == (21.0, 1.0)
    assert contrast("#767676", "#ffffff") == 4.5
