"""Issues of the newsletter: their number, stories in the reader's language, the archive."""

import json
import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from resources.models import NewsletterIssuePage, NewsletterStory
from tests.core.test_queries import queries
from tests.factories.library import make_issue, make_publication
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    make_event,
    published,
    translated,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(locales):
    """A page with a summary that an issue is about."""
    return published(
        StandardPageFactory(parent=home_in("hu"), title="Hír", slug="hir", summary="Miről szól")
    )


def stories(client, page):
    return [
        (story.headline, story.headline_lang, story.text, story.text_lang, story.url)
        for story in client.get(page.url_path).context["stories"]
    ]


def test_a_story_without_words_shows_the_page_in_the_readers_language(told, client):
    issue = make_issue(about=[told])
    twin = translated(issue)
    assert stories(client, issue)[1] == ("Hír", "hu", "Miről szól", "hu", "/hu/hir/")
    assert stories(client, twin)[1] == ("Hír", "hu", "Miről szól", "hu", "/hu/hir/")
    translated(told)
    assert stories(client, twin)[1] == ("Hír (en)", "en", "Miről szól (en)", "en", "/en/hir/")


def test_own_words_stand_before_the_pages_and_carry_their_language(told, client):
    issue = make_issue(about=[told])
    twin = translated(issue)
    page = fresh(issue)
    rows = list(page.stories.all())
    rows[1].headline = "Saját cím"
    page.stories = [*rows, NewsletterStory(headline="Új hír", sort_order=5)]
    published(page)
    assert stories(client, twin) == [
        ("Saját hír (en)", "en", "Saját szöveg (en)", "en", ""),
        ("Saját cím", "hu", "Miről szól", "hu", "/hu/hir/"),
        ("Új hír", "hu", "", "en", ""),
    ]


def test_a_page_that_is_not_current_is_told_in_own_words_alone(told, client):
    issue = make_issue(about=[told])
    rows = [NewsletterStory(headline="Volt egyszer", about=told), NewsletterStory(about=told)]
    issue.stories = rows
    issue = published(issue)
    assert len(stories(client, issue)) == 2
    facts_change(page=told, fields={"withdrawn_at": timezone.now()})
    assert stories(client, issue) == [("Volt egyszer", "hu", "", "hu", "")]
    facts_change(page=told, fields={"withdrawn_at": None})
    restriction = PageViewRestriction.objects.create(page=told, restriction_type="login")
    assert stories(client, issue) == [("Volt egyszer", "hu", "", "hu", "")]
    restriction.delete()
    fresh(told).unpublish()
    assert stories(client, issue) == [("Volt egyszer", "hu", "", "hu", "")]


def test_a_number_is_given_once_a_year(locales):
    make_issue(year=2013, number=1)
    index = NewsletterIssuePage.objects.get().get_parent()
    values = {"title": "Más", "slug": "mas", "issued_on": date(2013, 5, 1)}
    page = NewsletterIssuePage(year=2013, number=1, locale=locales["hu"], path="x", depth=4,
                               **values)  # fmt: skip
    with translation.override("en"), pytest.raises(ValidationError) as error:
        page.full_clean()
    assert error.value.message_dict == {
        "number": ["This year has an issue of that number already."]
    }
    page.year = 2014
    page.full_clean()
    assert index.get_children().count() == 1


def test_a_number_that_was_taken_meanwhile_is_not_published(locales):
    first, second = make_issue(year=2013, number=1), make_issue(year=2013, number=2)
    second.number = 1
    with pytest.raises(ValidationError):
        second.save()
    assert fresh(second).number == 2
    assert fresh(first).number == 1


def test_a_copy_takes_the_next_number(locales):
    issue = make_issue(year=2013, number=4)
    copy = CopyPageAction(
        issue, to=issue.get_parent(), update_attrs={"slug": "masolat"}, keep_live=False
    ).execute(skip_permission_checks=True)
    assert (fresh(copy).year, fresh(copy).number) == (2013, 5)
    assert fresh(issue).number == 4


def test_an_issue_leads_to_the_ones_before_and_after(locales, client):
    made = {number: make_issue(year=2013, number=number) for number in (1, 2, 3)}
    later = make_issue(year=2014, number=1)
    twin = translated(made[2])

    def around(page):
        context = client.get(page.url_path).context
        return [told and told.title for told in (context["older"], context["newer"])]

    assert around(made[1]) == [None, made[2].title]
    assert around(made[3]) == [made[2].title, later.title]
    assert around(twin) == [None, None]
    first = translated(made[1])
    assert around(twin) == [first.title, None]
    made[2].unpublish()
    assert around(made[3]) == [made[1].title, later.title]


def test_the_call_to_action_leads_to_a_page_in_the_readers_language(told, client):
    issue = make_issue(action_text="Szóljon hozzá", action_page=told)
    twin = translated(issue)
    assert '<a class="button" href="/hu/hir/">Szóljon hozzá</a>' in html_of(client, issue)
    translated(told)
    assert '<a class="button" href="/en/hir/">Szóljon hozzá (en)</a>' in html_of(client, twin)
    told.unpublish()
    assert 'class="button"' not in html_of(client, issue)


def html_of(client, page):
    return client.get(page.url_path).content.decode()


def test_a_call_to_action_leads_to_one_place(told):
    issue = make_issue(action_page=told)
    issue.action_url = "https://example.org/"
    with translation.override("en"), pytest.raises(ValidationError) as error:
        issue.full_clean()
    assert list(error.value.message_dict) == ["action_url"]


def test_a_story_needs_a_page_or_a_headline(locales):
    with pytest.raises(ValidationError, match="headline"):
        NewsletterStory(text="Szöveg").clean()


def test_machines_read_number_and_date(locales, client):
    html = html_of(client, make_issue(year=2013, number=7))
    data = json.loads(re.search(r'(?s)<script type="application/ld\+json">(.*?)</script>', html)[1])
    assert data["@type"] == "PublicationIssue"
    assert (data["issueNumber"], data["datePublished"]) == ("2013/7", "2013-04-01")


def test_nobody_is_asked_to_sign_up(told, client):
    issue = make_issue(about=[told])
    for page in (issue, issue.get_parent()):
        html = re.sub(r"(?s)<header.*?</header>", "", html_of(client, page))
        assert "<form" not in html
        assert "<input" not in html


def test_the_archive_holds_current_issues_of_its_language_newest_first(locales, client):
    made = {number: make_issue(year=2013, number=number) for number in (1, 2, 3)}
    newest = make_issue(year=2014, number=1, issued_on=date(2014, 2, 1))
    twin = translated(made[1])
    CreatePageAliasAction(made[3], update_slug="alias", parent=newest.get_parent()).execute(
        skip_permission_checks=True
    )
    made[2].unpublish()

    def listed(page, query=""):
        listing = client.get(f"{page.get_parent().url_path}{query}").context["listing"]
        return [item.pk for item in listing.items]

    assert listed(newest) == [newest.pk, made[3].pk, made[1].pk]
    assert listed(twin) == [twin.pk]
    assert listed(newest, "?year=2014") == [newest.pk]
    facts_change(page=made[3], fields={"withdrawn_at": timezone.now()})
    PageViewRestriction.objects.create(page=newest, restriction_type="login")
    assert listed(made[1]) == [made[1].pk]


def test_an_issue_costs_the_same_for_more_stories_of_all_types(told, client):
    few = queries(client, make_issue(year=2012, about=[told]).url_path)
    about = [make_publication(), make_event(), told, make_issue(year=2011)]
    assert queries(client, make_issue(year=2013, about=about * 3).url_path) == few <= 10
