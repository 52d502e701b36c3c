"""Changes live facts at once in all languages: what every action and later process calls."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from cms.core.facts.kinds import required_kinds
from cms.core.facts.pin import source_of
from cms.core.facts.propagate import propagate

Rows = dict[str, dict[Any, dict[str, Any]]]


def facts_change(
    *, page: Any, fields: dict[str, Any] | None = None, rows: Rows | None = None, user: Any = None
) -> Any:
    """Write live facts of a page and its rows, in every language, without a revision.

    `fields` maps names to values, `rows` is `{relation: {translation_key: {name: value}}}`.
    Raises ValueError for a name that is no live fact. Returns the source page as it is now.
    """
    model = type(page)
    kinds = required_kinds(model)
    fields, rows = fields or {}, rows or {}
    _refuse_others(kinds.live, fields)
    with transaction.atomic():
        source = page if page.is_facts_source else source_of(page)
        if source is None:
            raise ValueError("this page has no source-language page")
        locked = model._base_manager.select_for_update(of=("self",)).get(pk=source.pk)
        old = {name: _plain(getattr(locked, name)) for name in fields}
        if fields:
            model._base_manager.filter(pk=locked.pk).update(**fields)
        for relation, changes in rows.items():
            _write_rows(dict(kinds.rows)[relation], locked.pk, changes)
        fresh = model._base_manager.get(pk=locked.pk)
        propagate(fresh)
        log(
            instance=fresh, action="facts.change", user=user, revision=fresh.live_revision,
            data={"old": old, "new": {name: _plain(value) for name, value in fields.items()},
                  "rows": _plain_rows(rows)},
        )  # fmt: skip
    return fresh


def _refuse_others(live: tuple[str, ...], values: dict[str, Any]) -> None:
    others = set(values) - set(live)
    if others:
        raise ValueError(f"no live facts: {', '.join(sorted(others))}")


def _write_rows(model: Any, page_id: int, changes: dict[Any, dict[str, Any]]) -> None:
    for key, values in changes.items():
        _refuse_others(model.live_fields, values)
        model.objects.filter(page_id=page_id, translation_key=key).update(**values)


def _plain(value: Any) -> Any:
    """A value as the log's JSON can hold it."""
    if value is None or isinstance(value, bool | int | str):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(getattr(value, "pk", value))


def _plain_rows(rows: Rows) -> dict[str, Any]:
    return {
        relation: {
            str(key): {name: _plain(value) for name, value in values.items()}
            for key, values in changes.items()
        }
        for relation, changes in rows.items()
    }
