"""The one writer of the facts in translations.

Called inside the transaction that saved the source. The number of statements does not grow with
languages or rows: all languages get the same values in one update.
"""

from typing import Any

from django.db import transaction

from cms.core.facts.compare import Plan, compare
from cms.core.facts.kinds import required_kinds
from cms.core.facts.signals import facts_written, followers


def family_of(source: Any) -> list[Any]:
    """The translations that follow the source now: all of a live one, the drafts of a draft."""
    pages = (
        type(source)
        ._base_manager.filter(translation_key=source.translation_key, alias_of__isnull=True)
        .exclude(pk=source.pk)
    )
    return list(pages if source.live else pages.filter(live=False))


def propagate(source: Any) -> set[int]:
    """Write the source row's facts to its translations; the ids of the pages that differed."""
    with transaction.atomic():
        _follow(source)
        family = family_of(source)
        plan = compare(source, family) if family else None
        written = plan.page_ids if plan else set()
        if plan:
            _apply(source, plan)
            _refresh_aliases(type(source), written)
        for follower in followers:
            follower(source)
        facts_written.send(sender=type(source), source=source, page_ids={source.pk, *written})
    return written


def _follow(source: Any) -> None:
    values = source.following_facts()
    if values:
        type(source)._base_manager.filter(pk=source.pk).update(**values)
    for name, value in values.items():
        setattr(source, name, value)


def _apply(source: Any, plan: Plan) -> None:
    model = type(source)
    if plan.fields:
        model._base_manager.filter(pk__in=plan.fields).update(**plan.values)
    for name, (page_ids, values) in plan.many.items():
        if page_ids:
            _write_many(model._meta.get_field(name), page_ids, values)
    for relation, row_model in required_kinds(model).rows:
        _write_rows(row_model, plan.rows[relation])
    for page in plan.slugs:
        page.slug = source.slug
        page.writes_facts = True
        page.save(clean=False, update_fields=["slug", "url_path"])


def _write_many(field: Any, page_ids: set[int], values: list[Any]) -> None:
    through, mine, other = (
        field.remote_field.through, field.m2m_column_name(), field.m2m_reverse_name()
    )  # fmt: skip
    through.objects.filter(**{f"{mine}__in": page_ids}).delete()
    through.objects.bulk_create(
        through(**{mine: page_id, other: value}) for page_id in page_ids for value in values
    )


def _write_rows(model: Any, plan: Any) -> None:
    if plan.delete:
        model.objects.filter(pk__in=[row.pk for row in plan.delete]).delete()
    if plan.create:
        model.objects.bulk_create(plan.create)
    if plan.update:
        kinds = required_kinds(model)
        names = [*kinds.shared, *kinds.live, *kinds.text]
        model.objects.bulk_update(plan.update, names)


def _refresh_aliases(model: Any, page_ids: set[int]) -> None:
    if page_ids:
        for page in model.objects.filter(pk__in=page_ids, aliases__isnull=False).distinct():
            page.update_aliases()
