"""Brings the glossary in from a file: all of it, or nothing where it has a fault."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from cms.languages import SOURCE
from cms.translations.glossary.rows import OF_TERM, YES, GlossaryError, Row, key_of, problems_of
from cms.translations.models.glossary import Term, TermTranslation

PREFERRED, ADMITTED = TermTranslation.Status.PREFERRED, TermTranslation.Status.ADMITTED


def glossary_import(*, rows: list[Row], dry_run: bool = False) -> tuple[int, int]:
    """Add and update terms and translations; nothing is deleted, and an empty cell changes
    nothing. (new terms, new translations).

    A new preferred term makes the one before it an admitted one. Raises GlossaryError with every
    problem of the file; then nothing is written.
    """
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    if problems := problems_of(rows, set(locales) - {SOURCE}):
        raise GlossaryError(problems)
    try:
        with transaction.atomic():
            numbers = Taking(locales).take(rows)
            transaction.set_rollback(dry_run)
    except IntegrityError as error:
        raise GlossaryError([_("Somebody changes the glossary just now: try again.")]) from error
    return numbers


class Taking:
    """One import: what is there already is read once."""

    def __init__(self, locales: dict[str, Locale]) -> None:
        self.locales = locales
        self.terms = {(term.text, term.domain): term for term in Term.objects.all()}
        self.known: dict[tuple[int, int, str], TermTranslation] = {}
        self.preferred: dict[tuple[int, int], TermTranslation] = {}
        for one in TermTranslation.objects.all():
            self._note(one)

    def take(self, rows: list[Row]) -> tuple[int, int]:
        terms, translations = len(self.terms), len(self.known)
        for row in rows:
            self._take_term(row)
        for row in rows:
            if row["text"]:
                self._take_translation(row)
        return len(self.terms) - terms, len(self.known) - translations

    def _take_term(self, row: Row) -> None:
        term = self.terms.get(key_of(row)) or Term(text=row["term"], domain=row["domain"])
        values: dict[str, Any] = {
            field: row[name] == YES if field.startswith("is_") else row[name]
            for name, field in OF_TERM.items()
            if row[name]
        }
        save_changed(term, values)
        self.terms[key_of(row)] = term

    def _take_translation(self, row: Row) -> None:
        term, locale = self.terms[key_of(row)], self.locales[row["language"]]
        one = self.known.get((term.pk, locale.pk, row["text"])) or TermTranslation(
            term=term, locale=locale, text=row["text"]
        )
        values = {
            "status": row["status"] or one.status,
            "definition": row["definition_in_language"],
        }
        before = self.preferred.get((term.pk, locale.pk), one)
        if values["status"] == PREFERRED and before is not one:
            save_changed(before, {"status": ADMITTED})
        save_changed(one, {name: value for name, value in values.items() if value})
        self._note(one)

    def _note(self, one: TermTranslation) -> None:
        self.known[one.term_id, one.locale_id, one.text] = one
        if one.status == PREFERRED:
            self.preferred[one.term_id, one.locale_id] = one


def save_changed(row: Any, values: dict[str, Any]) -> None:
    if row.pk and all(getattr(row, name) == value for name, value in values.items()):
        return
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
