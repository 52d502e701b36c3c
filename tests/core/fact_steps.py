"""Steps that the tests of fact paths share; `fact_cases` has a `Pair` for each page type."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from cms.core.facts.kinds import required_kinds
from tests.factories.pages import START, fresh, make_event, translated

OLD = {"room": "Díszterem", "starts_at": START}
NEW = {"room": "Kisterem", "starts_at": START + timedelta(days=7)}
NEW_MINUTES = 25


@dataclass
class Pair:
    """A published source and its published translation.

    `new` are the page's shared facts that `change_source` drafts, `old` the same before; `live` is
    a live fact and its value after a service; `rows` maps a relation to the new facts of its first
    row, `row_live` to its live fact after a service. `is_copied` is false where a page
    stands for one document: a copy, or an alias that becomes a page, is refused.
    """

    source: Any
    english: Any
    new: dict[str, Any]
    live: dict[str, Any]
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    row_live: dict[str, dict[str, Any]] = field(default_factory=dict)
    is_copied: bool = True

    def __post_init__(self) -> None:
        self.old = {name: getattr(self.source, name) for name in self.new}
        self.texts = row_texts(self.english)


def make_pair() -> Pair:
    source = make_event()
    return Pair(
        source, translated(source), new=NEW, live={"status": "cancelled"},
        rows={"agenda": {"minutes": NEW_MINUTES}}, row_live={"agenda": {"outcome": "adopted"}},
    )  # fmt: skip


def change_source(pair: Pair, user: Any = None) -> Any:
    """A draft of the source with new facts, also of the first row of each relation."""
    source = changed_source(pair)
    return source.save_revision(user=user)


def changed_source(pair: Pair) -> Any:
    source = fresh(pair.source)
    for name, value in pair.new.items():
        setattr(source, name, value)
    for relation, values in pair.rows.items():
        rows = list(getattr(source, relation).all())
        for name, value in values.items():
            setattr(rows[0], name, value)
        setattr(source, relation, rows)
    return source


def forge(pair: Pair, page: Any) -> Any:
    """`page` with old facts, another row and none of its own, as a stale or hostile hand has it."""
    for name, value in pair.old.items():
        setattr(page, name, value)
    for name in pair.live:
        setattr(page, name, "forged")
    for relation, model in required_kinds(type(page)).rows:
        setattr(page, relation, [model(**dict.fromkeys(model.text_fields[:1], "Added"))])
    return page


def facts_of(page: Any) -> dict[str, Any]:
    """Every fact of the page's row, its many-to-many and its rows, as the database holds them."""
    row = fresh(page)
    kinds = required_kinds(type(page))
    facts = {name: _value(row, name) for name in kinds.facts}
    if row.depth == 2:
        del facts["slug"]
    for relation, model in kinds.rows:
        names = required_kinds(model).facts
        facts[relation] = {
            child.translation_key: {name: _value(child, name) for name in names}
            for child in model.objects.filter(page_id=page.pk)
        }
    return facts


def _value(row: Any, name: str) -> Any:
    if name in required_kinds(type(row)).many:
        return sorted(getattr(row, name).values_list("pk", flat=True))
    value = row._meta.get_field(name).value_from_object(row)
    return list(value.raw_data) if hasattr(value, "raw_data") else value


def shown(page: Any, names: Any) -> dict[str, Any]:
    """The facts `names` of the page's row, by name."""
    facts = facts_of(page)
    return {name: facts[name] for name in names}


def row_texts(page: Any) -> dict[Any, str]:
    """What each row is called in the page's language, by its key."""
    return {
        child.translation_key: _value(child, model.text_fields[0])
        for _relation, model in required_kinds(type(page)).rows
        if model.text_fields
        for child in model.objects.filter(page_id=page.pk)
    }


def assert_new_everywhere(pair: Pair) -> None:
    """The new facts on both pages, all facts equal, the translated rows' texts untouched."""
    source, english = facts_of(pair.source), facts_of(pair.english)
    assert source == english
    assert {name: english[name] for name in pair.new} == pair.new
    for relation, values in pair.rows.items():
        first = (
            fresh(pair.source)
            ._meta.get_field(relation)
            .related_model.objects.filter(page_id=pair.english.pk)[0]
        )
        assert {name: _value(first, name) for name in values} == values
    assert row_texts(pair.english) == pair.texts


def assert_old(pair: Pair, *pages: Any) -> None:
    for page in pages or (pair.source, pair.english):
        assert shown(page, pair.new) == pair.old
