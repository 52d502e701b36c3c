"""Terms of the glossary in Hungarian texts, for the desk: looked up in memory.

Each process keeps the analysed glossary; one query for any number of texts says whether it was
changed since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max

from cms.languages import SOURCE
from cms.translations.glossary.phrases import Phrase, Word, phrase, stands_at, uses, words
from cms.translations.models.glossary import Term, TermTranslation

Status = TermTranslation.Status


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a term is called in another language."""

    text: str
    status: str
    definition: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with its renderings by id of locale, preferred ones first."""

    id: int
    text: str
    domain: str
    definition: str
    is_forbidden: bool
    renderings: dict[int, tuple[Rendering, ...]]
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term where it stands in a text: `text[start:end]`, tags within it included."""

    start: int
    end: int
    entry: Entry
    renderings: tuple[Rendering, ...]

    @property
    def wanted(self) -> list[Rendering]:
        """Preferred and admitted ones: any of them may be written."""
        return [one for one in self.renderings if one.status != Status.DEPRECATED]


@dataclass(frozen=True)
class Glossary:
    version: tuple[Any, ...]
    #: Form of a term's first word → terms that begin with it.
    by_form: dict[str, list[Entry]]


_kept: list[Glossary] = []


def terms_in(
    texts: Sequence[str], locale_id: int, known: Glossary | None = None
) -> list[list[TermHit]]:
    """For each text the terms that it holds in any inflection, in their order.

    A term within a longer one is left out; two that only share a word are both given. `known` is
    the glossary, where the caller has read it already.
    """
    known = known or glossary()
    return [_hits(words(text, SOURCE), known, locale_id) for text in texts]


def is_used(rendering: str, text: str, language: str) -> bool:
    """Whether a translation has what a term is called in its language, inflected as may be."""
    return uses(rendering, text, language)


def terms_used(hits: Iterable[TermHit], text: str, language: str) -> list[tuple[str, bool]]:
    """For the check of a translation (`texts.checks.problems`): what each term of the source is
    called first of all, and whether that or another admitted term is written."""
    found: dict[str, bool] = {}
    for hit in hits:
        if hit.wanted and not hit.entry.is_forbidden:
            is_there = any(is_used(one.text, text, language) for one in hit.wanted)
            found.setdefault(hit.wanted[0].text, is_there)
    return list(found.items())


def glossary() -> Glossary:
    """One query where nothing was changed, two more where something was."""
    changed = Term.objects.aggregate(
        terms=Count("pk", distinct=True), renderings=Count("translations"),
        term=Max("updated_at"), rendering=Max("translations__updated_at"),
        last=Max("translations__pk"),
    )  # fmt: skip
    version = tuple(changed.values())
    kept = _kept[0] if _kept else None
    if kept is None or kept.version != version:
        kept = Glossary(version, _by_form())
        _kept[:] = [kept]
    return kept


def _by_form() -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for term in Term.objects.prefetch_related("translations"):
        entry = Entry(
            term.pk, term.text, term.domain, term.definition, term.is_forbidden,
            _renderings(term), phrase(term.text, SOURCE),
        )  # fmt: skip
        for form in entry.phrase.words[0] if entry.phrase.words else ():
            found.setdefault(form, []).append(entry)
    return found


def _renderings(term: Any) -> dict[int, tuple[Rendering, ...]]:
    order = {status: number for number, status in enumerate(Status.values)}
    found: dict[int, tuple[Rendering, ...]] = {}
    for one in sorted(term.translations.all(), key=lambda one: (order[one.status], one.text)):
        rendering = Rendering(one.text, one.status, one.definition)
        found[one.locale_id] = (*found.get(one.locale_id, ()), rendering)
    return found


def _hits(text: list[Word], known: Glossary, locale_id: int) -> list[TermHit]:
    found = []
    for at, word in enumerate(text):
        begun = {entry.id: entry for form in word.forms for entry in known.by_form.get(form, ())}
        found += [
            TermHit(
                word.start, text[at + len(entry.phrase.words) - 1].end,
                entry, entry.renderings.get(locale_id, ()),
            )
            for entry in begun.values()
            if stands_at(entry.phrase, text, at)
        ]  # fmt: skip
    longest_first = sorted(
        found, key=lambda hit: (hit.start, -hit.end, hit.entry.text, hit.entry.id)
    )
    return [hit for hit in longest_first if not any(_is_within(hit, other) for other in found)]


def _is_within(hit: TermHit, other: TermHit) -> bool:
    is_inside = other.start <= hit.start and hit.end <= other.end
    return is_inside and (hit.start, hit.end) != (other.start, other.end)
