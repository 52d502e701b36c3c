"""Reads what belongs to a body: its members and officers, its working groups, its acts."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import F, Q, Subquery
from wagtail.models import Page

from cms.core.acts import acts_in, acts_part
from cms.core.collation import sort_key
from cms.core.frame import address
from cms.core.registries import page_extras, page_sections
from cms.core.together import Part, Row, rows_beside
from network.fields_of_work import logos_of, matrix_of, work_parts
from network.members import relation_parts, relations_of

GROUP = ("pk", "title", "url_path", "summary", "status", "kind")


@dataclass(frozen=True)
class Group:
    """A body that is part of another one."""

    title: str
    url: str
    summary: str
    kind: Any
    status: str
    status_name: Any


def body_context(page: Any, request: Any) -> dict[str, Any]:
    """One query beside the page's frame."""
    extras = page_extras(type(page))
    rows = rows_beside(page, _beside)
    lang = page.locale.language_code
    page.shown_acts = acts_in(rows["acts"], lang)
    relations = relations_of(page, request, rows)
    return {
        "relations": relations,
        "matrix": matrix_of(rows, relations.seats, lang),
        "logos": logos_of(rows),
        "sections": page_sections(extras, rows),
        "groups": [_group(page, row) for row in _in_order(rows["groups"], lang)],
    }


def _beside(page: Any, model: Any) -> dict[str, Part]:
    own = relation_parts(page, "body")
    return {
        **own,
        **work_parts(page, own["seats"][0]),
        "groups": (groups_of(page), GROUP),
        **acts_part(page, model),
        **{name: extra.part(page) for name, extra in page_extras(model).items()},
    }


def groups_of(page: Any) -> Any:
    """Current bodies of the page's language beneath it, or that say they are part of it."""
    # by the row instead of the page's path: a stand-in of the page has none (`Prepared`)
    above = Page.objects.filter(pk=page.pk).order_by()
    beneath = Q(
        path__startswith=Subquery(above.values("path")),
        depth=Subquery(above.values(below=F("depth") + 1)),
    )
    part = Q(parent_body__translation_key=page.translation_key)
    bodies = apps.get_model("network", "RoundtablePage").objects.current(page.locale)
    return bodies.filter(beneath | part).exclude(translation_key=page.translation_key)


def _in_order(rows: list[Row], lang: str) -> list[Row]:
    """Those at work first, then by name."""
    return sorted(
        rows, key=lambda row: (row["status"] != "active", sort_key(row["title"] or "", lang))
    )


def _group(page: Any, row: Row) -> Group:
    model = type(page)
    kinds, states = dict(model.Kind.choices), dict(model.Status.choices)
    status = str(row["status"])
    return Group(
        row["title"] or "", address(page.locale.language_code, str(row["url_path"])),
        row["summary"] or "", kinds.get(str(row["kind"]), ""), status, states.get(status, ""),
    )  # fmt: skip
