"""Takes facts from the row: before a page is saved, and whenever a revision is loaded."""

from copy import copy
from typing import Any

from cms.core.facts.compare import row_for
from cms.core.facts.kinds import required_kinds
from cms.core.facts.rows import text_values
from cms.languages import SOURCE

#: Foreign keys that Wagtail takes from the page's row, whatever a revision says: each one left in
#: the content costs a query that asks whether what it names is still there.
FROM_THE_ROW = {"content_type", "latest_revision", "locale", "locked_by", "owner"}


def sources_of(page: Any) -> Any:
    """Queryset of the source-language page of the same translation key: one row or none."""
    return type(page)._base_manager.filter(
        translation_key=page.translation_key, locale__language_code=SOURCE
    )


def source_of(page: Any) -> Any | None:
    """The source-language page of the same translation key; None where there is none."""
    return sources_of(page).first()


def pinned_names(page: Any) -> tuple[str, ...]:
    """The facts that the row decides: all on a translation, live ones alone on the source."""
    kinds = required_kinds(type(page))
    return kinds.live if page.is_facts_source else kinds.facts


def stripped(page: Any, content: dict[str, Any]) -> dict[str, Any]:
    """A copy of a revision's content without what the row decides."""
    names = {*pinned_names(page), *FROM_THE_ROW}
    kept = {key: value for key, value in content.items() if key not in names}
    for relation, model in required_kinds(type(page)).rows:
        kinds = required_kinds(model)
        gone = {"locale", *(kinds.live if page.is_facts_source else kinds.facts)}
        kept[relation] = [
            {key: value for key, value in row.items() if key not in gone}
            for row in content.get(relation, [])
        ]
    return kept


def pin_loaded(page: Any, obj: Any) -> None:
    """Give `obj`, just made from a revision of `page`, the facts and rows of `page`'s row."""
    kinds = required_kinds(type(page))
    names = pinned_names(page)
    obj.locale = page.locale  # read once already: the object asks for it again and again
    for column in kinds.columns(type(page), names):
        setattr(obj, column, getattr(page, column))
    if not page.is_facts_source:
        obj.url_path = page.url_path
        _forget_many(obj)
    pin_rows(obj, only_held=False)


def pin_before_save(page: Any) -> bool:
    """Overwrite the facts of an object that is about to be saved; whether its row was live."""
    model = type(page)
    if page.pk is None:
        _pin_new(page)
        return False
    kinds = required_kinds(model)
    columns = kinds.columns(model, pinned_names(page))
    row = model._base_manager.select_for_update(of=("self",)).filter(pk=page.pk)
    values = row.values("live", *columns).first()
    if values is None:
        return False
    was_live = bool(values.pop("live"))
    for column, value in values.items():
        setattr(page, column, value)
    if not page.is_facts_source:
        _forget_many(page)
    pin_rows(page, only_held=True)
    return was_live


def _pin_new(page: Any) -> None:
    if page.is_facts_source:
        return
    source = source_of(page)
    if source is None:  # a copy of a translation: its own row is where its facts come from
        return
    kinds = required_kinds(type(page))
    for column in kinds.columns(type(page), kinds.facts):
        if column != "slug" or (page.depth or 0) > 2:
            setattr(page, column, getattr(source, column))
    for name in kinds.many:
        setattr(page, name, list(getattr(source, name).all()))
    for relation, _model in kinds.rows:
        held = {row.translation_key: row for row in getattr(page, relation).all()}
        setattr(page, relation, [
            with_text_of(row_for(page, original), held.get(original.translation_key), original)
            for original in getattr(source, relation).all()
        ])  # fmt: skip


def pin_rows(page: Any, *, only_held: bool) -> None:
    """Rows of the database, texts of the object, matched by `translation_key`.

    On the source the object decides which rows there are; only their live facts are the row's.
    With `only_held`, a relation that the object does not hold in memory is left alone.
    """
    for relation, model in required_kinds(type(page)).rows:
        if only_held and relation not in getattr(page, "_cluster_related_objects", {}):
            continue
        rows = {row.translation_key: row for row in model.objects.filter(page_id=page.pk)}
        held = list(getattr(page, relation).all())
        if page.is_facts_source:
            _pin_live(page, model, held, rows)
        else:
            texts = {row.translation_key: row for row in held}
            originals = _originals(page, model)
            setattr(page, relation, [
                with_text_of(row, texts.get(key), originals.get(key)) for key, row in rows.items()
            ])  # fmt: skip


def _pin_live(page: Any, model: Any, held: list[Any], rows: dict[Any, Any]) -> None:
    kinds = required_kinds(model)
    columns = kinds.columns(model, kinds.live)
    for row in held:
        row.locale_id = page.locale_id
        known = rows.get(row.translation_key)
        for column in columns if known is not None else ():
            setattr(row, column, getattr(known, column))


def _originals(page: Any, model: Any) -> dict[Any, Any]:
    rows = model.objects.filter(
        page__translation_key=page.translation_key, page__locale__language_code=SOURCE
    )
    return {row.translation_key: row for row in rows}


def with_text_of(row: Any, held: Any | None, original: Any | None) -> Any:
    """`row` with the text of `held`; what equals the original's text is noted as the source's."""
    result = copy(row)
    if held is None:
        return result
    theirs = text_values(original) if original is not None else {}
    mine = text_values(held)
    for name in result.text_fields:
        setattr(result, name, getattr(held, name))
    result.source_text = [name for name in result.text_fields if mine[name] == theirs.get(name)]
    return result


def _forget_many(page: Any) -> None:
    for name in required_kinds(type(page)).many:
        getattr(page, "_cluster_related_objects", {}).pop(name, None)
