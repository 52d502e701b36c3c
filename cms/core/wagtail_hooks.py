"""Where the kernel joins Wagtail's admin."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from cms.core.admin.act_texts import act_texts, act_texts_buttons
from cms.core.admin.actions import action_buttons, live_fact_action
from cms.core.admin.checker import with_our_rules
from cms.core.admin.records import RecordsGroup
from cms.core.admin.topics import topics_in, topics_out
from cms.core.admin.welcome import welcome_panels
from cms.core.facts.follow import move_refusal
from cms.core.facts.live import live_refusal
from cms.core.files_access import may_read
from cms.core.languages import listed
from cms.languages import SOURCE

register_snippet(RecordsGroup)


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    return [
        path("facts/<int:page_id>/<slug:name>/", live_fact_action, name="live_fact_action"),
        path("acts/<int:page_id>/", act_texts, name="act_texts"),
        path("topics/import/", topics_in, name="topics_import"),
        path("topics/export/<slug:kind>/", topics_out, name="topics_export"),
    ]


@hooks.register("register_page_header_buttons")
def page_buttons(page: Any, user: Any, view_name: str, next_url: Any = None) -> list[Any]:
    texts = act_texts_buttons(page.specific, user) if view_name in {"edit", "index"} else []
    return texts + (action_buttons(page.specific, user) if view_name == "edit" else [])


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    @actions.register_action("facts.change")
    class FactsChangeFormatter(LogFormatter):
        label = _("Change a live fact")

        def format_message(self, log_entry: Any) -> str:
            new = {**log_entry.data.get("new", {}), **log_entry.data.get("rows", {})}
            return gettext("Changed in all languages: %(names)s") % {"names": listed(new)}


@hooks.register("register_log_actions")
def plain_log_actions(actions: Any) -> None:
    actions.register_action("relation.confirm", _("Confirm"), _("Confirmed for readers"))
    actions.register_action(
        "acts.text", _("Text of a change"), _("Said a change in further languages")
    )


@hooks.register("before_create_page")
def only_in_source(request: HttpRequest, parent: Any, model: Any) -> HttpResponse | None:
    if parent.depth < 2 or parent.locale.language_code == SOURCE:
        return None
    sentence = gettext(
        "Pages are made in Hungarian first: create the page there, then translate it."
    )
    return _back(request, parent, sentence)


@hooks.register("before_copy_page")
def copy_in_source(request: HttpRequest, page: Any) -> HttpResponse | None:
    if page.locale.language_code == SOURCE:
        return None
    return _back(request, page, gettext("Copy the Hungarian page: translations follow it."))


@hooks.register("before_move_page")
def move_where_translated(request: HttpRequest, page: Any, target: Any) -> HttpResponse | None:
    sentence = move_refusal(page, target)
    return _back(request, page.get_parent(), sentence) if sentence else None


@hooks.register("before_publish_page")
def publish_after_source(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Wagtail's form: the draft is saved by then, so what was written stays."""
    return _to_edit(request, page)


@hooks.register("before_edit_page", order=-1)
def translate_after_source(request: HttpRequest, page: Any) -> HttpResponse | None:
    """wagtail-localize's editor, whose own words for a refusal do not say what it is."""
    is_publish = request.method == "POST" and request.POST.get("action") == "publish"
    return _to_edit(request, page.specific) if is_publish else None


def _to_edit(request: HttpRequest, page: Any) -> HttpResponse | None:
    if sentence := live_refusal(page):
        messages.error(request, sentence)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def _back(request: HttpRequest, page: Any, sentence: str) -> HttpResponse:
    messages.error(request, sentence)
    return redirect("wagtailadmin_explore", page.pk)


@hooks.register("before_serve_document")
def only_visible_documents(document: Any, request: HttpRequest) -> None:
    if not may_read(request.user, "document", document):
        raise Http404


@hooks.register("construct_homepage_panels")
def welcome(request: HttpRequest, panels: list[Any]) -> None:
    panels[:] = welcome_panels(request)


@hooks.register("construct_wagtail_userbar")
def content_checker(request: HttpRequest, items: list[Any], page: Any) -> None:
    with_our_rules(items)


@hooks.register("before_serve_page")
def own_language(page: Any, request: HttpRequest, _args: Any, _kwargs: Any) -> None:
    # Without a home page of its own a language would serve another one's pages
    if page.locale.language_code != getattr(request, "LANGUAGE_CODE", SOURCE):
        raise Http404
