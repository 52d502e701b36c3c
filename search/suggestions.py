"""Titles and topics while one types: those with words that begin as the typed ones do.

They are looked through in memory, without accents; read again when content changes.
"""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from cms.core.frame import address
from cms.core.models.topics import Topic, TopicLabel
from search.analysis import analyser_for
from search.sight import Sight, sight

MOST_CHARACTERS, MOST = 100, 8


class Suggestion(NamedTuple):
    title: str
    url: str
    #: `page` or `topic`.
    kind: str


class Known(NamedTuple):
    """A suggestion with its words as they are compared."""

    words: tuple[str, ...]
    suggestion: Suggestion


def suggested(typed: str, lang: str) -> list[Suggestion]:
    """Topics first, then titles, the shortest first: they say the typed words best."""
    wanted = compared(typed[:MOST_CHARACTERS], lang)
    if not wanted:
        return []
    seen = sight()
    found = (one.suggestion for one in known(seen, lang) if fits(wanted, one))
    best = sorted(found, key=lambda one: (one.kind != "topic", len(one.title), one.title, one.url))
    return best[:MOST]


def fits(wanted: Iterable[str], known: Known) -> bool:
    return all(any(word.startswith(part) for word in known.words) for part in wanted)


def compared(text: str, lang: str) -> tuple[str, ...]:
    analyser = analyser_for(lang)
    return tuple(analyser.fold(word) for word in analyser.normalise(text).split())


def known(seen: Sight, lang: str) -> list[Known]:
    """Made once for what is seen now."""
    if lang not in seen.known:
        seen.known[lang] = _known(seen, lang)
    return seen.known[lang]


def _known(seen: Sight, lang: str) -> list[Known]:
    pages = [
        Suggestion(page.title, address(lang, page.url_path), "page")
        for page in seen.pages.values()
        if page.language == lang
    ]
    labels = TopicLabel.objects.filter(
        locale__language_code=lang, kind=TopicLabel.Kind.PREFERRED
    ).exclude(topic__status=Topic.Status.DEPRECATED)
    topics = [
        Suggestion(text, f"{reverse('search')}?{urlencode({'topic': notation})}", "topic")
        for notation, text in labels.values_list("topic__notation", "text")
    ]
    return [Known(compared(one.title, lang), one) for one in (*topics, *pages)]
