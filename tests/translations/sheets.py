"""Pages with texts to give out, and units without a page."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from cms.translations.exchange.units import Sheet, State, Term, Unit, hash_of, unit_id
from tests.factories.pages import StandardPageFactory, home_in, published

KEY = "6f9619ff-8b86-d011-b42d-00cf4fc964ff"
TEXTS = (
    "Ügyfélfogadás a Városháza <b>második</b> emeletén",
    'Az űrlap <a id="a1">itt</a> tölthető le,<br/>szombatig &amp; vasárnapig.',
    "Kérje a kerekasztal segítségét!",
)
BODY = (
    "<p>Ügyfélfogadás a Városháza <b>második</b> emeletén</p>"
    '<p>Az űrlap <a href="https://example.org/urlap">itt</a> tölthető le.</p>'
    "<p>Kérje a kerekasztal segítségét!</p>"
)


def unit(source: str, target: str = "", state: State = State.INITIAL, number: int = 1, **more):
    digest = hash_of(source)
    return Unit(
        id=unit_id(number, digest), path=more.pop("path", f"body.{number}"), source=source,
        target=target, state=state, source_hash=digest.hex, **more,
    )  # fmt: skip


def sheet(*units: Unit, language: str = "uk", **more) -> Sheet:
    return Sheet(
        key=KEY, source_language="hu", target_language=language, title="Lakhatás & „ügyek”",
        units=units, exported=datetime(2031, 3, 12, 9, 0, 0, 123, UTC), stated=len(units), **more,
    )  # fmt: skip


def full_sheet(language: str = "uk") -> Sheet:
    """Every state, notes, labels, terms, tags."""
    term = Term("kerekasztal", "круглий стіл", "maga a testület")
    return sheet(
        unit(
            TEXTS[0], "Прийом на <b>другому</b> поверсі", State.TRANSLATED, 1, label="Törzs › Cím"
        ),
        unit(TEXTS[1], 'Бланк <a id="a1">тут</a>,<br/>щодня.', State.NEEDS_REVIEW, 2),
        unit(TEXTS[2], "", State.INITIAL, 3, terms=(term,), notes=("Sürgős.", "Megszólítás")),
        unit("Rendben", "Добре", State.REVIEWED, 4),
        unit("Kész", "Готово", State.FINAL, 5, label="Összefoglaló"),
        unit("Máshonnan", "Звідти", State.CARRIED, 6),
        language=language,
    )


def make_page(body: str = BODY, title: str = "Lakhatás"):
    page = StandardPageFactory(parent=home_in("hu"), title=title)
    page.body = json.dumps([{"type": "text", "value": body, "id": str(UUID(int=7))}])
    return published(page)


def rewrite(page, old: str, new: str):
    """The source published with another text."""
    page.body = json.dumps([{**dict(one), "value": one["value"].replace(old, new)}
                            for one in page.body.raw_data])  # fmt: skip
    page = published(page)
    TranslationSource.update_or_create_from_instance(page)
    return page


def translation_of(page, locale) -> Translation:
    source, _new = TranslationSource.update_or_create_from_instance(page)
    return Translation.objects.get_or_create(source=source, target_locale=locale)[0]


def translate(translation, source: str, text: str, **values) -> StringTranslation:
    segment = StringSegment.objects.get(source=translation.source, string__data=source)
    return StringTranslation.objects.update_or_create(
        translation_of=segment.string, context=segment.context, locale=translation.target_locale,
        defaults={"data": text, "translation_type": "manual", **values},
    )[0]  # fmt: skip


def texts_of(translation) -> dict[str, str]:
    return dict(
        StringTranslation.objects.filter(locale=translation.target_locale).values_list(
            "translation_of__data", "data"
        )
    )


def with_target(given: Sheet, source: str, target: str, state=State.TRANSLATED) -> Sheet:
    """The sheet as a translator would give it back."""
    units = tuple(
        replace(one, target=target, state=state) if one.source == source else one
        for one in given.units
    )
    assert any(one.source == source for one in units)
    return replace(given, units=units)
