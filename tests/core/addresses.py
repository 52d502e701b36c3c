"""Every address of Django's resolver with arguments filled in, for the matrix of roles.

An address that asks about a page is asked twice: for a Hungarian page and for its translation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.urls import get_resolver
from wagtail.admin.models import EditingSession
from wagtail import hooks
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, Locale, Page, PageViewRestriction, Site, Task, TaskState
from wagtail_localize.models import StringSegment, Translation

from cms.core.models import Contact, ContactText
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    make_document,
    make_event,
    make_image,
    make_place,
    make_topic,
    published,
    translated,
)

#: Parameters of a page's address; each such address is asked for both languages.
OF_PAGE = {
    "page_id", "parent_page_id", "page_to_move_id", "translation_id", "translation_source_id",
    "page_pk",
}  # fmt: skip
PAGE_BY_PK = {
    "wagtailadmin_pages:revisions_compare", "wagtailadmin_api:pages:detail",
    "wagtailadmin_api:pages:action",
}  # fmt: skip


@dataclass(frozen=True)
class Address:
    """`row` is its row in the table of roles: its name and, of a page, the language."""

    row: str
    url: str


def routes(resolver: Any = None, prefix: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """(name with namespaces, or the route itself where it has none; route) of every address."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from routes(entry, route, inner)
        else:
            yield (space + entry.name if entry.name else route), route


def addresses(world: "World") -> Iterator[Address]:
    """Every address of the site, once for each row of the table. An unknown parameter raises."""
    for name, route in dict.fromkeys(routes()):
        names = re.findall(r"<(?:\w+:)?(\w+)>", route)
        if name == "wagtail_bulk_action":
            yield from _bulk(world)
        elif OF_PAGE & set(names) or name in PAGE_BY_PK:
            for tree in ("hu", "en"):
                yield Address(f"{name} {tree}", _filled(name, route, world, tree))
        else:
            yield Address(name, _filled(name, route, world, "hu"))


def _bulk(world: "World") -> Iterator[Address]:
    for action in hooks.get_hooks("register_bulk_action"):
        for model in action.models:
            name, label = model._meta.model_name, model._meta.app_label
            url = f"/admin/bulk/{label}/{name}/{action.action_type}/"
            if model is Page:
                for tree in ("hu", "en"):
                    row = f"bulk {name} {action.action_type} {tree}"
                    yield Address(row, f"{url}?id={world.page(tree).pk}")
            else:
                yield Address(f"bulk {name} {action.action_type}", f"{url}?id={world.ids[name]}")


def _filled(name: str, route: str, world: "World", tree: str) -> str:
    by_hand = {
        "wagtaildocs_serve": f"documents/{world.document.pk}/{world.document.filename}",
        "wagtail_serve": f"hu{world.event.url_path.removeprefix('/hu')}",
        "admin/^.*/$": "admin/nincs-ilyen/",
    }
    if name in by_hand:
        return f"/{by_hand[name]}"

    def value(match: re.Match[str]) -> str:
        return str(world.value(name, match[1] or match[2], tree))

    plain = route.replace("^", "").replace("$", "").replace("\\.", ".")
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)", value, plain)


class World:
    """One of everything that an address can ask about."""

    def __init__(self, users: dict[str, Any]) -> None:
        self.document, self.image = make_document(), make_image()
        self.topic, self.place = make_topic(), make_place()
        self.contact = Contact.objects.create(name="Titkárság")
        ContactText.objects.create(
            contact=self.contact, locale=Locale.objects.get(language_code="hu"), name="Titkárság"
        )
        self.event = fresh(make_event(slug="ules", place=self.place))
        self.english = translated(self.event)
        self.others = {"hu": self._other()}
        self.others["en"] = translated(self.others["hu"])
        self.review = {
            "hu": self._in_review(self.others["hu"], users["editor"]),
            "en": self._in_review(self.others["en"], users["editor"]),
        }
        self.session = EditingSession.objects.create(
            user=users["administrator"], content_object=self.event, last_seen_at="2031-01-01T00:00Z"
        )
        self.collection = Collection.get_first_root_node().add_child(name="Iratok")
        self.redirect = Redirect.objects.create(old_path="/regi", redirect_page=self.event)
        self.restriction = PageViewRestriction.objects.create(
            page=StandardPageFactory(parent=home_in("hu")), restriction_type="password",
            password="x",
        )  # fmt: skip
        self.users = users
        self.ids = {
            "siteimage": self.image.pk, "librarydocument": self.document.pk,
            "topic": self.topic.pk, "place": self.place.pk, "contact": self.contact.pk,
            "user": users["editor"].pk,
        }  # fmt: skip
        for page in (self.event, self.english):
            fresh(page).save_revision()

    def _other(self) -> Any:
        return published(StandardPageFactory(parent=home_in("hu"), slug="masik"))

    def _in_review(self, page: Any, user: Any) -> TaskState:
        page.save_revision(user=user)
        home_in("hu").get_workflow().start(page, user)
        return fresh(page).current_workflow_task_state

    def page(self, tree: str) -> Any:
        return fresh(self.event if tree == "hu" else self.english)

    def value(self, name: str, param: str, tree: str) -> Any:
        if "workflow" in name and name.startswith("wagtailadmin_pages:"):
            return self._of_review(param, tree)
        if name in PAGE_BY_PK and param == "pk":
            return self.page(tree).pk
        if name == "wagtailadmin_pages:add_subpage":
            return home_in(tree).pk
        space = name.rpartition(":")[0]
        for values in (self._of_space(space, name), self._of_page(tree), self._plain()):
            if param in values:
                return values[param]
        raise KeyError(f"no value for {param} of {name}")

    def _of_review(self, param: str, tree: str) -> Any:
        state = self.review[tree]
        values = {
            "page_id": self.others[tree].pk, "action_name": "approve", "task_id": state.task_id,
            "task_state_id": state.pk, "workflow_state_id": state.workflow_state_id,
        }  # fmt: skip
        return values[param]

    def _of_page(self, tree: str) -> dict[str, Any]:
        page = self.page(tree)
        translation = Translation.objects.get(
            source__object_id=page.translation_key, target_locale__language_code="en"
        )
        revision = page.get_latest_revision()
        parent = page.get_parent()
        return {
            "page_id": page.pk, "page_to_move_id": page.pk, "parent_page_id": parent.pk,
            "destination_id": parent.pk, "revision_id": revision.pk, "revision_id_a": "earliest",
            "revision_id_b": "latest", "page_pk": page.pk, "translation_id": translation.pk,
            "translation_source_id": translation.source_id, "string_segment_id":
            StringSegment.objects.filter(source=translation.source).first().pk,
            "overridable_segment_id": 0, "name": "cancel",
            "content_type_app_name": "network", "content_type_model_name": "eventpage",
        }  # fmt: skip

    def _plain(self) -> dict[str, Any]:
        return {
            "document_id": self.document.pk, "doc_id": self.document.pk,
            "image_id": self.image.pk, "redirect_id": self.redirect.pk,
            "collection_id": self.collection.pk, "restriction_id": 0,
            "page_view_restriction_id": self.restriction.pk, "task_id": Task.objects.first().pk,
            "session_id": self.session.pk, "uidb64": "MQ", "token": "none",
            "app_label": "network", "model_name": "eventpage", "app_name": "core",
            "object_id": self.event.pk, "filter_spec": "max-165x165", "mode": "live",
        }  # fmt: skip

    def _of_space(self, space: str, name: str) -> dict[str, Any]:
        last = space.rpartition("_")[2]
        pks = {
            "topic": self.topic.pk, "place": self.place.pk, "contact": self.contact.pk,
            "wagtaillocales": Locale.objects.get(language_code="en").pk,
            "wagtailsites": Site.objects.first().pk,
            "wagtailsettings": Site.objects.first().pk, "users": self.users["english"].pk,
            "groups": Group.objects.get(name="Editors").pk,
            "wagtailadmin_collections": self.collection.pk, "wagtaildocs_chooser": self.document.pk,
            "wagtailimages_chooser": self.image.pk, "wagtailadmin_api:documents": self.document.pk,
            "wagtailadmin_api:images": self.image.pk,
            "wagtail_localize": self.topic.pk,
            "wagtailadmin_workflows": Task.objects.first().pk
            if "task" in name else self.event.get_workflow().pk,
        }  # fmt: skip
        models: dict[str, dict[str, Any]] = {
            "wagtailsettings": {"app_name": "core", "model_name": "siteidentity"},
            "wagtail_localize": {"app_label": "core", "model_name": "topic"},
            "wagtailadmin_api:pages": {"action_name": "unpublish"},
            "wagtailimages": {"uploaded_file_id": 0},
            "wagtaildocs": {"uploaded_file_id": 0},
            "wagtailadmin_workflows": {
                "workflow_pk": self.event.get_workflow().pk, "app_label": "core",
                "model_name": "foureyestask",
            },
            "": {"name": "nincs.png", "app_name": "taggit", "model_name": "tag"}
            if name != "live_fact_action" else {},
        }  # fmt: skip
        known = pks.get(space, pks.get(last))
        return {**models.get(space, {}), **({"pk": known} if known is not None else {})}
