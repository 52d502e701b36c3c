"""The constitution as system checks: what every page type must declare (`manage.py check`)."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.models import DraftStateMixin, Page, TranslatableMixin

from cms.core.facts.kinds import required_kinds
from cms.core.facts.rows import FactRow
from cms.core.registries import page_types, row_types

#: Of Wagtail's own fields these are ours to sort into kinds; the rest is its machinery.
OWN_OF_PAGE = {"title", "seo_title", "search_description", "slug", "show_in_menus"}
MACHINERY = {"id", "page", "page_ptr", "locale", "translation_key", "source_text"}


@register("roundtable")
def check_page_types(**_kwargs: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    for model in page_types():
        found += check_kinds(model) + _check_place(model) + _check_template(model)
        found += check_many(model)
        if "library_fields" not in vars(model):
            hint = "Say what the type gives to the search of the library."
            found.append(_error(model, "E004", "library_fields() is missing", hint))
    for model in row_types():
        found += check_kinds(model) + check_many(model)
    for model in apps.get_models():
        found += check_record(model)
    return found


def check_kinds(model: Any) -> list[CheckMessage]:
    """E001: each field is exactly one of text, shared, live."""
    kinds = required_kinds(model)
    named = [*kinds.text, *kinds.shared, *kinds.live]
    found: list[CheckMessage] = []
    for name in sorted({name for name in named if named.count(name) > 1}):
        found.append(_error(model, "E001", f"{name} is of two kinds", "Leave it in one list."))
    for name in sorted(own_fields(model) - set(named)):
        found.append(_error(model, "E001", f"{name} is of no kind",
                            "Name it in text_fields, shared_fields or live_fields."))  # fmt: skip
    for name in sorted(set(named) - own_fields(model)):
        found.append(_error(model, "E001", f"{name} is no field", "Correct the name."))
    return found


def own_fields(model: Any) -> set[str]:
    """Names of the fields that need a kind: all of ours, and five of Wagtail's."""
    fields = [*model._meta.fields, *model._meta.many_to_many]
    if issubclass(model, Page):
        stock = {field.name for field in Page._meta.get_fields()}
        return {f.name for f in fields if f.name in OWN_OF_PAGE or f.name not in stock | MACHINERY}
    return {field.name for field in fields} - MACHINERY


def check_many(model: Any) -> list[CheckMessage]:
    """E005: no many-to-many to translatable records: every language would show the source's."""
    return [
        _error(model, "E005", f"{field.name} refers to many translatable records",
               "Refer to records with labels per language, or by rows with a foreign key.")
        for field in model._meta.many_to_many
        if issubclass(field.related_model, TranslatableMixin)
        and not issubclass(field.related_model, Page)
    ]  # fmt: skip


def check_record(model: Any) -> list[CheckMessage]:
    """E006: a translatable record has drafts: without, it is live in Hungarian when asked for.

    Rows of pages are drafted with their page.
    """
    is_record = issubclass(model, TranslatableMixin) and not issubclass(model, Page | FactRow)
    if not is_record or issubclass(model, DraftStateMixin):
        return []
    return [_error(model, "E006", "translations of it cannot be drafted", "Add DraftStateMixin.")]


def _check_place(model: Any) -> list[CheckMessage]:
    if "parent_page_types" in vars(model) and "subpage_types" in vars(model):
        return []
    return [_error(model, "E002", "parents and children are not declared",
                   "Set parent_page_types and subpage_types.")]  # fmt: skip


def _check_template(model: Any) -> list[CheckMessage]:
    try:
        get_template(model.template)
    except TemplateDoesNotExist:
        return [_error(model, "E003", f"template {model.template} is missing", "Write it.")]
    return []


def _error(model: Any, number: str, text: str, hint: str) -> Error:
    return Error(f"{model.__name__}: {text}", hint=hint, obj=model, id=f"roundtable.{number}")
