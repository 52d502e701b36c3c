"""The four places where facts are held true, in one mixin that stands before `Page`.

No revision is ever patched. Every load of a revision and every save of a translation takes the
facts from the row, and the save of the source writes them to all rows in the same transaction.
"""

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from wagtail.actions.unpublish_page import UnpublishPageAction

from cms.core.blocks.old_lists import lists_renew
from cms.core.facts.guards import guard_revision, guard_row
from cms.core.facts.kinds import required_kinds
from cms.core.facts.live import live_refusal, refuse_live
from cms.core.facts.pin import pin_before_save, pin_loaded, stripped
from cms.core.facts.propagate import propagate
from cms.core.file_uses import file_uses_record
from cms.languages import SOURCE

if TYPE_CHECKING:
    from wagtail.models import Page

    Base: Any = Page
else:
    Base = models.Model

#: How Wagtail's `publish_scheduled` names what it does; a refusal must not end that command.
SCHEDULED = "wagtail.publish.scheduled"


class SharedFacts(Base):
    text_fields: tuple[str, ...] = ()
    shared_fields: tuple[str, ...] = ()
    live_fields: tuple[str, ...] = ()
    #: Set for one save by `propagate` alone, when it writes a slug.
    writes_facts = False

    class Meta:
        abstract = True

    @property
    def is_facts_source(self) -> bool:
        """Whether facts are edited here: the page's locale decides, nothing else."""
        return self.locale_id is None or self.locale.language_code == SOURCE

    def with_content_json(self, content: dict[str, Any]) -> Any:
        if self.alias_of_id:
            return super().with_content_json(content)
        page = super().with_content_json(stripped(self, content))
        pin_loaded(self, page)
        return page

    def following_facts(self) -> dict[str, Any]:
        """Live facts that follow from the facts now in the row, written with them by `propagate`.

        Called in the transaction of every save and action, under the lock of the source's row.
        """
        return {}

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if self.locale_id is None:
            self.locale = self.get_default_locale()
        lists_renew(self, kwargs.get("update_fields"))
        if not self.writes_facts:
            guard_row(self, kwargs.get("update_fields"))
        if self.alias_of_id or self.writes_facts or not self._touches(kwargs.get("update_fields")):
            return super().save(*args, **kwargs)
        with transaction.atomic():
            was_live = pin_before_save(self)
            if self.live and not was_live:
                refuse_live(self)
            result = super().save(*args, **kwargs)
            file_uses_record(self)
            if self.is_facts_source:
                if was_live and not self.live:
                    self._unpublish_translations()
                propagate(self)
        return result

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        guard_revision(self)
        return super().save_revision(*args, **kwargs)

    def publish(self, *args: Any, **kwargs: Any) -> Any:
        if live_refusal(self):
            if kwargs.get("log_action") == SCHEDULED:
                return  # it stays scheduled, and goes live after its source
            refuse_live(self)
        super().publish(*args, **kwargs)

    def update_aliases(
        self, *, revision: Any = None, _content: Any = None, _updated_ids: Any = None
    ) -> Any:
        # Publishing hands over the revision's raw JSON, facts of its day included
        return super().update_aliases(revision=revision, _content=None, _updated_ids=_updated_ids)

    def _touches(self, update_fields: Any) -> bool:
        if update_fields is None:
            return True
        kinds = required_kinds(type(self))
        return bool(set(update_fields) & {*kinds.facts, "live", *(name for name, _ in kinds.rows)})

    def _unpublish_translations(self) -> None:
        pages = type(self)._base_manager.filter(
            translation_key=self.translation_key, live=True, alias_of__isnull=True
        )
        for page in pages.exclude(pk=self.pk):
            UnpublishPageAction(page).execute(skip_permission_checks=True)
