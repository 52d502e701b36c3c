"""A file comes back: what it says is kept as translations, suggestions or memory, or it is refused
and changes nothing.

A text that is newer here than the file is never written over: the file's becomes a suggestion.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from cms.translations.exchange import inline
from cms.translations.exchange.faults import faults_of_sheet, faults_of_units, shown
from cms.translations.exchange.matching import Place, Places
from cms.translations.exchange.units import Sheet, State, Unit
from cms.translations.may import may
from cms.translations.models import CarriedTranslation, SegmentEdit, Suggestion
from cms.translations.notes.edits import Written, edits_add
from cms.translations.texts.checks import plain, problems

#: What an import writes into a translation that is there already.
WRITTEN = (
    "data", "translation_type", "tool_name", "last_translated_by", "updated_at", "has_error",
    "field_error",
)  # fmt: skip


@dataclass
class Report:
    """Units by what became of them; of those without a translation nothing is told. `refused`:
    sentences; where there is one, nothing was changed."""

    saved: list[Unit] = field(default_factory=list)
    unchanged: list[Unit] = field(default_factory=list)
    #: Kept as suggestions.
    needs_review: list[Unit] = field(default_factory=list)
    #: Their source reads otherwise by now: kept for the translation memory.
    changed_meanwhile: list[Unit] = field(default_factory=list)
    #: The page has never said them.
    unknown: list[Unit] = field(default_factory=list)
    refused: tuple[str, ...] = ()


def exchange_import(*, translation: Translation, sheet: Sheet, user: Any) -> Report:
    """Raises PermissionDenied for somebody who does not translate into the language."""
    if not may(user, "translate", translation.target_locale_id):
        raise PermissionDenied
    with transaction.atomic():
        row = (
            Translation.objects.select_for_update(of=("self",))
            .select_related("source__locale", "target_locale")
            .get(pk=translation.pk)
        )
        if faults := faults_of_sheet(sheet, row):
            return Report(refused=shown(faults))
        places = Places(row, sheet)
        matched = [(unit, places.of(unit)) for unit in sheet.units]
        if faults := faults_of_units(matched):
            return Report(refused=shown(faults))
        taking = _Taking(row, sheet.exported, user)
        for unit, place in matched:
            taking.take(unit, place)
        taking.write()
    return taking.report


def archive_import(*, locale: Locale, sheets: Mapping[str, Sheet], user: Any) -> dict[str, Report]:
    """A report for each file of a language's archive, by its name; each file is taken or refused by
    itself. Raises PermissionDenied."""
    if not may(user, "translate", locale.pk):
        raise PermissionDenied
    keys = {name: key for name, sheet in sheets.items() if (key := uuid_of(sheet.key))}
    found = {
        row.uuid: row
        for row in Translation.objects.filter(uuid__in=keys.values(), target_locale=locale)
    }
    reports = {}
    for name, sheet in sheets.items():
        row = found.get(keys[name]) if name in keys else None
        reports[name] = (
            exchange_import(translation=row, sheet=sheet, user=user)
            if row
            else Report(refused=(_("The file is of no page in this language."),))
        )
    return reports


def uuid_of(key: str) -> UUID | None:
    """Of a translation, as a file names it; None for what is no UUID."""
    try:
        return UUID(key)
    except ValueError:
        return None


class _Taking:
    """One file on its way into the tables: sorted first, then written in bulk."""

    def __init__(self, translation: Any, exported: datetime | None, user: Any) -> None:
        self.report = Report()
        self._translation, self._exported, self._user = translation, exported, user
        self._now = timezone.now()
        self._kept: dict[tuple[int, int], tuple[Place, str]] = {}
        self._suggested: dict[tuple[int, int], tuple[Place, str, Suggestion.Origin]] = {}

    def take(self, unit: Unit, place: Place | None) -> None:
        if not plain(unit.target).strip():
            return
        if place is None:
            self.report.unknown.append(unit)
            return
        text = inline.tidy(unit.target)
        origin = self._doubt(unit, place, text)
        is_same = place.made is not None and place.made_text == text
        if not place.is_now:
            self.report.changed_meanwhile.append(unit)
        elif origin:
            self.report.needs_review.append(unit)
        elif is_same and _is_done(place.made):
            self.report.unchanged.append(unit)
        else:
            self.report.saved.append(unit)
        if origin and not (is_same and not _is_done(place.made)):
            self._suggested[place.key] = (place, text, origin)
        elif not origin and not (is_same and _is_done(place.made)):
            self._kept[place.key] = (place, text)

    def _doubt(self, unit: Unit, place: Place, text: str) -> Suggestion.Origin | None:
        """Why a person has to look at it before it is a translation."""
        if unit.state in {State.INITIAL, State.NEEDS_REVIEW}:
            return Suggestion.Origin.FUZZY
        if any(problem.is_error for problem in problems(place.source, text)):
            return Suggestion.Origin.CHECK
        made = place.made
        if made is None or place.made_text == text or not _is_done(made):
            return None
        is_older = self._exported is not None and made.updated_at <= self._exported
        return None if is_older else Suggestion.Origin.CONFLICT

    def write(self) -> None:
        self._write_translations()
        self._write_suggestions()

    def _write_translations(self) -> None:
        self._keep_edits()
        rows = [self._row(place, text) for place, text in self._kept.values()]
        titles = [row for row in rows if self._is_title(row)]
        replaced = [place.made.pk for place, _text in self._kept.values() if place.made]
        if replaced:  # what a person's file says is no longer taken over from elsewhere
            CarriedTranslation.objects.filter(text__in=replaced).delete()
        StringTranslation.objects.bulk_create(
            [row for row in rows if row not in titles],
            update_conflicts=True,
            unique_fields=["locale", "translation_of", "context"],
            update_fields=WRITTEN,
        )
        for row in titles:  # its receiver names the draft in the page tree
            values = {name: getattr(row, name) for name in WRITTEN}
            StringTranslation.objects.update_or_create(
                locale=row.locale, translation_of=row.translation_of, context=row.context,
                defaults=values,
            )  # fmt: skip
        settled = [(place.string.pk, place.context.path) for place, _text in self._kept.values()]
        _suggestions_end(self._translation, settled)

    def _keep_edits(self) -> None:
        edits_add(
            translation=self._translation,
            texts=[
                Written(place.context.path, place.string.pk, text, place.made)
                for place, text in self._kept.values()
            ],
            origin=SegmentEdit.Origin.FILE,
            user=self._user,
        )

    def _is_title(self, row: Any) -> bool:
        place, _text = self._kept[row.translation_of_id, row.context_id]
        return place.is_now and bool(place.context.path == "title")

    def _row(self, place: Place, text: str) -> StringTranslation:
        return StringTranslation(
            locale=self._translation.target_locale,
            translation_of=place.string,
            context=place.context,
            data=text,
            translation_type="manual",
            last_translated_by=self._user,
            updated_at=self._now,
        )

    def _write_suggestions(self) -> None:
        Suggestion.objects.bulk_create(
            [
                Suggestion(
                    translation=self._translation, path=place.context.path, string=place.string,
                    text=text, origin=origin, by=self._user, at=self._now,
                )
                for place, text, origin in self._suggested.values()
            ],
            update_conflicts=True,
            unique_fields=["translation", "string", "path"],
            update_fields=["text", "origin", "by", "at"],
        )  # fmt: skip


def _is_done(made: Any) -> bool:
    """Whether a person made it, without an error: it counts as a translation already."""
    return made.translation_type == "manual" and not made.has_error


def _suggestions_end(translation: Any, places: list[tuple[int, str]]) -> None:
    """Those of places that have got their translation."""
    settled = set(places)
    ended = [
        one.pk
        for one in Suggestion.objects.filter(translation=translation)
        if (one.string_id, one.path) in settled
    ]
    Suggestion.objects.filter(pk__in=ended).delete()
