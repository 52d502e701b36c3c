"""What search engines and shared links read in the head of a page, and the way to it."""

import json
import re

import pytest
from django.utils.timezone import localtime
from wagtail.actions.create_alias import CreatePageAliasAction

from cms.core.models import SiteIdentity, SiteText
from cms.operations.waiting import run_waiting
from tests.factories.pages import (
    StandardPageFactory,
    home_in,
    make_event,
    make_image,
    published,
    translated,
)
from tests.factories.states import make_list

pytestmark = pytest.mark.django_db
SITE = "http://testserver"


@pytest.fixture
def page(locales):
    """`/hu/rolunk/tortenet/`, in English too."""
    parent = published(StandardPageFactory(parent=home_in("hu"), slug="rolunk", title="Rólunk"))
    page = StandardPageFactory(parent=parent, slug="tortenet", title="Történet", summary="Röviden")
    page = published(page)
    translated(page)
    return page


def html(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def metas(text, name):
    """Contents of the meta elements of one property or name."""
    return re.findall(rf'<meta (?:property|name)="{name}" content="([^"]*)">', text)


def canonical(text):
    return re.findall(r'<link rel="canonical" href="([^"]*)">', text)


def data(text):
    found = re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', text)
    return {entry["@type"]: entry for entry in map(json.loads, found)}


def test_a_shared_link_says_what_and_where_it_is(page, client):
    identity = SiteIdentity.objects.create(site_id=home_in("hu").get_site().pk)
    SiteText.objects.create(identity=identity, locale=page.locale, name="Kerekasztal")
    text = html(client, "/hu/rolunk/tortenet/")
    assert metas(text, "og:url") == canonical(text) == [f"{SITE}/hu/rolunk/tortenet/"]
    assert metas(text, "og:title") == ["Történet"]
    assert metas(text, "og:description") == metas(text, "description") == ["Röviden"]
    assert metas(text, "og:site_name") == ["Kerekasztal"]
    assert metas(text, "og:type") == ["article"]
    assert metas(text, "og:locale") == ["hu_HU"]
    assert metas(text, "og:locale:alternate") == ["en_GB"]
    published = localtime(page.last_published_at)
    assert metas(text, "article:modified_time")[0].startswith(f"{published:%Y-%m-%d}")
    assert not metas(text, "og:image") + metas(text, "robots")


def test_home_and_lists_are_no_articles(locales, client):
    make_list(slug="esemenyek")
    for url in ("/hu/", "/hu/esemenyek/"):
        text = html(client, url)
        assert metas(text, "og:type") == ["website"]
        assert not metas(text, "article:modified_time")


def test_the_first_picture_of_a_page_is_shared_with_its_alternative_text(page, client):
    image = {"image": make_image().pk, "alt_text": "Hajó a folyón", "decorative": False}
    page.body = [{"type": "picture", "value": {"image": image, "caption": ""}}]
    published(page)
    text = html(client, "/hu/rolunk/tortenet/")
    (url,) = metas(text, "og:image")
    assert url.startswith(f"{SITE}/media/")
    assert client.get(url).status_code == 200
    assert metas(text, "og:image:alt") == ["Hajó a folyón"]
    assert metas(text, "og:image:width") == ["40"]


def test_a_picture_whose_file_is_gone_breaks_nothing(page, client):
    image = make_image()
    page.body = [{"type": "picture", "value": {"image": {"image": image.pk}, "caption": ""}}]
    published(page)
    image.file.storage.delete(image.file.name)
    assert not metas(html(client, "/hu/rolunk/tortenet/"), "og:image")


def test_a_list_has_one_address_and_its_filters_are_not_indexed(locales, client):
    make_list(slug="esemenyek")
    for number in range(21):
        make_event(slug=f"ules-{number}", kind="training")
    narrowed = html(client, "/hu/esemenyek/?kind=training&x=1")
    assert canonical(narrowed) == metas(narrowed, "og:url") == [f"{SITE}/hu/esemenyek/"]
    assert metas(narrowed, "robots") == ["noindex"]
    second = html(client, "/hu/esemenyek/?page=2&x=1")
    assert canonical(second) == [f"{SITE}/hu/esemenyek/?page=2"]
    assert not metas(second, "robots")


def test_a_page_without_a_summary_is_described_by_what_it_and_the_site_are_called(page, client):
    identity = SiteIdentity.objects.create(site_id=home_in("hu").get_site().pk)
    text = {"identity": identity, "locale": page.locale}
    SiteText.objects.create(**text, name="Kerekasztal", claim="Párbeszéd")
    described = "Rólunk · Kerekasztal · Párbeszéd"
    assert metas(html(client, "/hu/rolunk/"), "description") == [described]
    assert metas(html(client, "/hu/rolunk/"), "og:description") == [described]
    home = home_in("hu").specific
    home.hero_text = "Akik együtt dolgoznak"
    published(home)
    assert metas(html(client, "/hu/"), "description") == ["Akik együtt dolgoznak"]


@pytest.mark.parametrize(
    ("query", "is_open"),
    [("", True), ("?q=Rólunk", True), ("?q=nincs", False), ("?q=Rólunk&kind=page", False)],
)
@pytest.mark.django_db(transaction=True)
def test_a_search_is_told_as_the_search_itself_unless_narrowed_or_empty(
    page, client, query, is_open
):
    run_waiting()
    text = html(client, f"/hu/search/{query}")
    assert canonical(text) == ([f"{SITE}/hu/search/"] if is_open else [])
    assert metas(text, "robots") == ([] if is_open else ["noindex"])
    assert metas(text, "description")


def test_an_alias_names_the_page_that_it_shows(page, client):
    CreatePageAliasAction(page, update_slug="masolat", parent=home_in("hu")).execute(
        skip_permission_checks=True
    )
    assert canonical(html(client, "/hu/masolat/")) == [f"{SITE}/hu/rolunk/tortenet/"]


def test_the_way_to_a_page_is_shown_and_told_in_its_language(page, client):
    for lang, parent, title in (
        ("hu", "Rólunk", "Történet"),
        ("en", "Rólunk (en)", "Történet (en)"),
    ):
        text = html(client, f"/{lang}/rolunk/tortenet/")
        assert f'<li><a href="/{lang}/rolunk/">{parent}</a></li>' in text
        steps = data(text)["WebPage"]["breadcrumb"]["itemListElement"]
        assert [step["position"] for step in steps] == [1, 2, 3]
        assert [step["name"] for step in steps[1:]] == [parent, title]
        assert steps[1]["item"] == f"{SITE}/{lang}/rolunk/"
    home = html(client, "/hu/")
    assert "crumbs" not in home
    assert "breadcrumb" not in data(home)["WebPage"]


def test_what_is_closed_is_no_step_of_the_way(page, client):
    page.get_parent().unpublish()
    text = html(client, "/hu/rolunk/tortenet/")
    assert "Rólunk" not in text
    assert len(data(text)["WebPage"]["breadcrumb"]["itemListElement"]) == 2


def test_machines_know_the_page_and_what_it_is_about_and_its_translations(locales, client):
    make_list(slug="esemenyek")
    translated(make_event(slug="ules"))
    hungarian = data(html(client, "/hu/esemenyek/ules/"))
    english = data(html(client, "/en/esemenyek/ules/"))
    assert set(hungarian) == {"Event", "WebPage"}
    assert hungarian["WebPage"]["workTranslation"] == [
        {"@type": "WebPage", "@id": f"{SITE}/en/esemenyek/ules/", "inLanguage": "en"}
    ]
    assert english["WebPage"]["translationOfWork"] == {
        "@type": "WebPage", "@id": f"{SITE}/hu/esemenyek/ules/", "inLanguage": "hu",
    }  # fmt: skip
    assert "translationOfWork" not in hungarian["WebPage"]
    assert set(data(html(client, "/hu/esemenyek/"))) == {"CollectionPage"}
