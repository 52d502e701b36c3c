"""Relations of works: shown from both ends, and only where the other end may be read."""

import pytest
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction

from resources.holdings.vocabulary import RelationKind
from resources.models import PublicationRelation, ResourceRelation
from tests.factories.library import make_publication, make_resource
from tests.factories.pages import fresh, published, translated

pytestmark = pytest.mark.django_db


def related(client, page):
    groups = client.get(page.url_path).context["shown"].relations
    return {group.code: [(e.title, e.url, e.lang) for e in group.entries] for group in groups}


def named(page, lang="hu"):
    return [(page.title, page.url_path, lang)]


@pytest.fixture
def pair(locales):
    """A new work that replaces an old one."""
    old = make_publication(title="Régi", slug="regi", rows={"relations": []})
    new = make_publication(
        title="Új",
        slug="uj",
        rows={"relations": [PublicationRelation(kind="replaces", target=old)]},
    )
    return new, old


def test_both_ends_show_it_each_in_its_own_words(pair, client):
    new, old = pair
    assert related(client, new) == {"replaces": named(old)}
    assert related(client, old) == {"replaced_by": named(new)}


@pytest.mark.parametrize("kind", RelationKind.values)
def test_every_kind_has_words_for_its_other_end(locales, client, kind):
    whole = make_publication(title="Egész", slug="egesz", rows={"relations": []})
    part = make_resource(title="Rész", slug="resz")
    part.relations = [ResourceRelation(kind=kind, target=whole)]
    published(part)
    groups = client.get(whole.url_path).context["shown"].relations
    assert [entry.title for group in groups for entry in group.entries] == ["Rész"]
    assert groups[0].label != client.get(part.url_path).context["shown"].relations[0].label


def test_the_other_end_is_in_the_readers_language_or_says_its_own(pair, client):
    new, old = pair
    english = translated(old)
    assert related(client, english) == {"replaced_by": [("Új", "/hu/kiadvanyok/uj/", "hu")]}
    twin = translated(new)
    assert related(client, english) == {"replaced_by": named(twin, "en")}
    assert related(client, twin) == {"replaces": named(english, "en")}


def test_a_relation_that_both_ends_hold_is_shown_once(pair, client):
    new, old = pair
    page = fresh(old)
    page.relations = [PublicationRelation(kind="replaced_by", target=new)]
    page = published(page)
    assert related(client, page) == {"replaced_by": named(new)}
    assert related(client, new) == {"replaces": named(old)}


def test_a_draft_a_private_page_and_an_alias_show_at_no_end(pair, client):
    new, old = pair
    CreatePageAliasAction(fresh(new), update_slug="alias", parent=new.get_parent()).execute(
        skip_permission_checks=True
    )
    assert related(client, old) == {"replaced_by": named(new)}
    restriction = PageViewRestriction.objects.create(page=new, restriction_type="login")
    assert related(client, old) == {}
    restriction.delete()
    fresh(new).unpublish()
    assert related(client, old) == {}
    old.unpublish()
    published(fresh(new))
    assert related(client, new) == {}


def test_a_work_outside_the_site_has_its_printed_title_and_language(locales, client):
    page = make_publication()
    assert related(client, page) == {"based_on": [("Régi mű", "https://example.org/regi", "hu")]}
    html = client.get(translated(page).url_path).content.decode()
    assert '<a href="https://example.org/regi" lang="hu"><bdi>Régi mű</bdi></a>' in html
