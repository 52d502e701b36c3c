"""One of everything that an address can ask about, and the values of its parameters."""

from typing import Any

from django.contrib.auth.models import Group
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    PageViewRestriction,
    Site,
    Task,
    TaskState,
)
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringSegment, Translation

from cms.core.acts import act_record
from cms.core.models import Contact, ContactText, SiteIdentity
from cms.operations.models import OutgoingMail
from cms.translations.managed import translation_of
from cms.translations.models import SegmentComment, Term, TranslationReport
from cms.translations.reviewing import review_send
from tests.factories.library import make_publication
from tests.factories.members import (
    make_attendance,
    make_body,
    make_membership,
    make_organisation,
    make_person,
    make_role,
)
from tests.factories.pages import (
    START,
    StandardPageFactory,
    fresh,
    home_in,
    make_document,
    make_event,
    make_image,
    make_place,
    make_topic,
    published,
    reviewed,
    translated,
)
from tests.factories.queue import failed_task
from tests.factories.recommendations import ask_too, make_addressee, make_recommendation, make_tie
from tests.factories.users import make_translators

PAGE_BY_PK = {
    "wagtailadmin_pages:revisions_compare", "wagtailadmin_api:pages:detail",
    "wagtailadmin_api:pages:action",
}  # fmt: skip


class World:
    """One of everything that an address can ask about."""

    def __init__(self, users: dict[str, Any]) -> None:
        self.document, self.image = make_document(), make_image()
        self.topic, self.place = make_topic(), make_place()
        self.addressee, self.term = make_addressee(), Term.objects.create(text="ajánlás")
        self.contact = Contact.objects.create(name="Titkárság")
        ContactText.objects.create(
            contact=self.contact, locale=Locale.objects.get(language_code="hu"), name="Titkárság"
        )
        self.event = fresh(make_event(slug="ules", place=self.place))
        self.english = translated(self.event)
        self.report = TranslationReport.objects.create(
            translation=translation_of(self.english), text="Hiba"
        )
        self.comment = SegmentComment.objects.create(
            translation=self.report.translation, path="title", text="Így jó?"
        )
        act_record(page=self.event, kind="status", texts={"hu": "Azért."})
        self.others = {"hu": self._other()}
        self.others["en"] = translated(self.others["hu"])
        self.review = {
            "hu": self._in_review(self.others["hu"], users["editor"]),
            "en": self._sent(self.others["en"], users["administrator"]),
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
        self.closed = CollectionViewRestriction.objects.create(
            collection=self.collection, restriction_type="password", password="x"
        )
        SiteIdentity.for_site(Site.objects.get())
        for user in users.values():
            UserProfile.get_for_user(user)
        self.relations = self._relations()
        self.failed = failed_task()
        self.users = users
        self.ids = {
            "siteimage": self.image.pk, "librarydocument": self.document.pk,
            "topic": self.topic.pk, "place": self.place.pk, "contact": self.contact.pk,
            "user": users["editor"].pk, "addressee": self.addressee.pk, "term": self.term.pk,
        }  # fmt: skip
        fresh(self.event).save_revision()
        reviewed(fresh(self.english))
        for user in make_translators().values():
            UserProfile.get_for_user(user)

    def _relations(self) -> dict[str, int]:
        """Records that wait for a second person, by the namespace of their admin screens."""
        held = make_event(starts_at=START.replace(year=2021))
        document = self.recommendation = make_recommendation()
        self.publication = make_publication()
        body, organisation, person = make_body(), make_organisation(), make_person()
        records = {
            "memberships": make_membership(body=body, organisation=organisation, confirmed=False),
            "roles": make_role(person=person, organisation=organisation, confirmed=False),
            "attendance": make_attendance(
                event=self.event, organisation=organisation, confirmed=False
            ),
            "item_discussions": make_tie(document, held, state="waiting"),
            "co_addressees": ask_too(document, organisation=organisation, state="waiting"),
        }
        records["mails"] = OutgoingMail.objects.create(
            kind="notice", secret=False, recipient="o@example.org", content=b"Subject: T\r\n\r\nT",
            state="failed", fault="recipient", changed_at=START,
        )  # fmt: skip
        return {space: record.pk for space, record in records.items()}

    def _other(self) -> Any:
        return published(StandardPageFactory(parent=home_in("hu"), slug="masik"))

    def _in_review(self, page: Any, user: Any) -> TaskState:
        page.save_revision(user=user)
        home_in("hu").get_workflow().start(page, user)
        return fresh(page).current_workflow_task_state

    def _sent(self, page: Any, user: Any) -> TaskState:
        review_send(translation=translation_of(page), user=user)
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
        if name == "operations_task_again":
            return self.failed.pk
        if name == "wagtailcore_authenticate_with_password" and param == "page_id":
            return self.restriction.page_id
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
            "revision_id_b": "latest", "page_pk": page.pk, "uuid": translation.uuid, "segment_id":
            StringSegment.objects.filter(source=translation.source).first().pk,
            "code": "uk", "name": "cancel",
            "content_type_app_name": "network", "content_type_model_name": "eventpage",
        }  # fmt: skip

    def _plain(self) -> dict[str, Any]:
        return {
            "document_id": self.document.pk, "doc_id": self.document.pk,
            "image_id": self.image.pk, "redirect_id": self.redirect.pk,
            "collection_id": self.collection.pk, "restriction_id": self.closed.pk,
            "page_view_restriction_id": self.restriction.pk, "task_id": Task.objects.first().pk,
            "session_id": self.session.pk, "uidb64": "MQ", "token": "none",
            "app_label": "network", "job": "facts", "model_name": "eventpage", "app_name": "core",
            "object_id": self.event.pk, "kind": "csv", "filter_spec": "max-165x165", "mode": "live",
        }  # fmt: skip

    def _of_space(self, space: str, name: str) -> dict[str, Any]:
        last = space.rpartition("_")[2]
        pks = {
            **self.relations, "addressee": self.addressee.pk, "term": self.term.pk,
            "topic": self.topic.pk, "place": self.place.pk, "contact": self.contact.pk,
            "wagtaillocales": Locale.objects.get(language_code="en").pk,
            "wagtailsites": Site.objects.first().pk,
            "wagtailsettings": Site.objects.first().pk, "users": self.users["english"].pk,
            "groups": Group.objects.get(name="Editors").pk,
            "wagtailadmin_collections": self.collection.pk, "wagtaildocs_chooser": self.document.pk,
            "wagtailimages_chooser": self.image.pk, "wagtailadmin_api:documents": self.document.pk,
            "wagtailadmin_api:images": self.image.pk,
            "wagtailadmin_workflows": Task.objects.first().pk
            if "task" in name else self.event.get_workflow().pk,
        }  # fmt: skip
        models: dict[str, dict[str, Any]] = {
            "wagtailsettings": {"app_name": "core", "model_name": "siteidentity"},
            "desk": {
                "kind": "xlf", "link_id": 0, "report_id": self.report.pk,
                "comment_id": self.comment.pk,
            },
            "outside": {"key": "none", "comment_id": self.comment.pk},
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
