"""How bodies, events and the directories look: ribbons, agenda rows, signs, monograms."""

import re

import pytest

from cms.core.facts.change import facts_change
from cms.core.templatetags.roundtable import monogram
from tests.factories.events import make_full_event
from tests.factories.members import make_organisation
from tests.factories.pages import make_event

pytestmark = pytest.mark.django_db


def shown(client, url):
    return client.get(url).content.decode()


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Budapest Esély Nonprofit Kft.", "BE"),
        ("ügyelet", "Üg"),
        ("1. Sz. kör", "SK"),
        ("مائدة بودابست", "م ب"),
        ("布达佩斯 协会", "布达"),
        ("123", ""),
    ],
)
def test_a_monogram_is_made_of_the_first_letters_of_two_words(name, letters):
    assert monogram(name) == letters


def test_a_cancelled_event_has_a_ribbon_and_its_day_struck_through(locales, client):
    event = make_event(slug="ules")
    assert "event-head off" not in shown(client, event.url_path)
    facts_change(page=event, fields={"status": "cancelled"})
    html = shown(client, event.url_path)
    assert '<div class="ribbon is-cancelled">' in html
    assert "event-head off" in html


def test_a_postponed_event_strikes_its_old_date_through(locales, client):
    event = make_event(slug="ules")
    moved = {"status": "postponed", "postponed_from": event.starts_at}
    facts_change(page=event, fields=moved)
    html = shown(client, event.url_path)
    ribbon = html[html.index("ribbon is-postponed") :]
    assert ribbon.index('<s class="was">') < ribbon.index("</section>")
    assert "event-head off" in html


def test_signs_are_hidden_from_screen_readers_and_stand_beside_words(locales, client):
    html = shown(client, make_full_event(slug="ules").url_path)
    signs = re.findall(r'<svg class="icon"[^>]*>', html)
    assert signs
    assert all('aria-hidden="true"' in sign for sign in signs)
    assert not re.search(r'<dt><svg class="icon".*?</svg>\s*</dt>', html)


def test_a_card_without_a_logo_has_a_monogram_and_languages_are_chips(locales, client):
    make_organisation(title="Minta Kör")
    make_organisation(title="Egyesület", full=True)
    html = shown(client, "/hu/szervezetek/")
    assert html.count('class="monogram"') == 1
    assert ">MK</span>" in html
    assert '<li class="chip plain">Ukrán</li>' in html
