"""Keeps wagtail-localize away from facts, and its frozen copy of a source page true to them."""

import json
from typing import Any

from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import TranslationSource

from cms.core.facts.kinds import required_kinds
from cms.core.registries import page_types, row_types
from cms.translations.releases.active import in_release


def facts_out_of_translation() -> None:
    """Only text, and the rows that hold text, are offered to translators or synchronised."""
    for model in [*page_types(), *row_types()]:
        kinds = required_kinds(model)
        wanted = {*kinds.text, *(name for name, _row in kinds.rows)}
        model.translatable_fields = [
            field for field in get_translatable_fields(model) if field.field_name in wanted
        ]


def frozen_source_follows(source: Any) -> None:
    """Write today's facts into the JSON that previews are made from: 1 SELECT, at most 1 UPDATE.

    While a release is prepared, the rows are its draft's, and stay so.
    """
    frozen = TranslationSource.objects.filter(
        object_id=source.translation_key, locale_id=source.locale_id
    ).annotate(is_draft=in_release("pk")).first()  # fmt: skip
    if frozen is None:
        return
    content = json.loads(frozen.content_json)
    kinds = required_kinds(type(source))
    now = source.serializable_data()
    for name in kinds.facts:
        content[name] = now.get(name)
    for relation, row_model in () if frozen.is_draft else kinds.rows:
        content[relation] = _rows_now(content.get(relation, []), now.get(relation, []), row_model)
    frozen.content_json = json.dumps(content, default=str)
    frozen.save(update_fields=["content_json"])


def _rows_now(frozen: list[Any], now: list[Any], model: Any) -> list[Any]:
    """Today's rows and facts with the frozen texts, matched by `translation_key`."""
    texts = {row["translation_key"]: row for row in frozen}
    return [
        {**row, **{name: texts.get(row["translation_key"], row).get(name)
                   for name in model.text_fields}}
        for row in now
    ]  # fmt: skip
