"""Why a file is not taken: each problem one sentence, all of them at once."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import Translation

from cms.translations.exchange import inline
from cms.translations.exchange.limits import LONGEST, MOST_SENTENCES
from cms.translations.exchange.matching import Place
from cms.translations.exchange.units import Sheet, Unit
from cms.translations.texts.checks import plain

Matched = Sequence[tuple[Unit, Place | None]]


def faults_of_sheet(sheet: Sheet, translation: Translation) -> list[str]:
    """Wrong, foreign or half, by what the file says of itself."""
    source, target = (
        translation.source.locale.language_code,
        translation.target_locale.language_code,
    )
    found = []
    if not sheet.key:
        found.append(_("The file does not say which page it is of: its header is missing."))
    elif sheet.key.lower() != str(translation.uuid):
        found.append(_("The file is of another page or another language."))
    if sheet.target_language != target and not sheet.target_language.startswith(f"{target}-"):
        found.append(_language(sheet.target_language, target))
    if sheet.source_language and sheet.source_language != source:
        found.append(_("The file was not translated from the language of this page."))
    if not sheet.units:
        found.append(_("The file has no texts."))
    elif sheet.stated is not None and sheet.stated != len(sheet.units):
        counts = {"there": len(sheet.units), "stated": sheet.stated}
        found.append(_("The file has %(there)s of its %(stated)s texts: it is not whole.") % counts)
    return found


def _language(given: str, wanted: str) -> str:
    if not given:
        return _("The file does not say its language.")
    return _("The file is in the language %(given)s, not in %(wanted)s.") % {
        "given": given[:20],
        "wanted": wanted,
    }


def faults_of_units(matched: Matched) -> list[str]:
    """Foreign by its texts, or with texts that cannot be kept."""
    if not any(place for _unit, place in matched):
        return [_("None of the texts of the file is of this page.")]
    return [sentence for unit, place in matched if place for sentence in _faults(unit, place)] + [
        *_told_twice(matched)
    ]


def _faults(unit: Unit, place: Place) -> Iterator[str]:
    text = {"text": shortened(place.source)}
    if unit.source != place.source:
        yield _("The source text was changed in the file: %(text)s") % text
    if len(unit.target) > LONGEST:
        yield _("The translation is longer than any text of a page: %(text)s") % text
    elif not inline.fits(place.source, unit.target):
        yield _("The translation has tags or links that its source does not have: %(text)s") % text


def _told_twice(matched: Matched) -> Iterator[str]:
    told: dict[tuple[int, int], str] = {}
    for unit, place in matched:
        if place and unit.target.strip() and told.setdefault(place.key, unit.target) != unit.target:
            text = {"text": shortened(place.source)}
            yield _("The file has two translations of the same text: %(text)s") % text


def shown(sentences: Iterable[str]) -> tuple[str, ...]:
    """As many as a person reads, each once."""
    found = list(dict.fromkeys(sentences))
    left = len(found) - MOST_SENTENCES
    if left <= 0:
        return tuple(found)
    more = ngettext("… and %(count)s more problem.", "… and %(count)s more problems.", left)
    return (*found[:MOST_SENTENCES], more % {"count": left})


def shortened(text: str) -> str:
    return str(Truncator(plain(text)).chars(60))
