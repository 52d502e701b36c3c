"""When a page changed: what feeds, calendars and the sitemap say of it, as annotations.

The page's log knows each publication with its revision; a minor edit is an act of that revision.
"""

from datetime import UTC, datetime
from typing import Any

from django.db.models import DateTimeField, Exists, F, Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from cms.core.models.acts import PageAct
from cms.languages import SOURCE

#: What counts as the time of a page that was never published (made by a program).
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


def updated_at() -> Any:
    """An annotation: the page's last change that is no minor edit.

    Its own publications count, and what an action changed in all languages.
    """
    minor = PageAct.objects.filter(minor=True, revision_id=OuterRef("revision_id"))
    published = PageLogEntry.objects.filter(
        ~Exists(minor), page_id=OuterRef("pk"), action__startswith="wagtail.publish"
    ).exclude(action="wagtail.publish.schedule")
    acts = PageAct.objects.filter(
        page__translation_key=OuterRef("translation_key"), minor=False
    ).exclude(kind=PageAct.Kind.PUBLISHED)
    first = _either(F("first_published_at"), F("last_published_at"))
    return Greatest(
        _either(_latest(published, "timestamp"), first), _either(_latest(acts, "at"), first)
    )


def changed_at() -> Any:
    """An annotation: the last change of any kind of what this page shows, facts included."""
    source = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=SOURCE
    )
    facts = PageLogEntry.objects.filter(
        page__translation_key=OuterRef("translation_key"), action="facts.change"
    )
    return Greatest(
        _either(F("last_published_at")),
        _either(_latest(source, "last_published_at")),
        _either(_latest(facts, "timestamp")),
    )


def last_change() -> datetime | None:
    """When anything in the site was changed last: no page, list or record is newer."""
    pages = PageLogEntry.objects.aggregate(at=Max("timestamp"))["at"]
    records = ModelLogEntry.objects.aggregate(at=Max("timestamp"))["at"]
    return max((at for at in (pages, records) if at), default=None)


def _latest(rows: QuerySet[Any], name: str) -> Subquery:
    return Subquery(rows.order_by(F(name).desc(nulls_last=True)).values(name)[:1])


def _either(*times: Any) -> Coalesce:
    """The first time that is known: SQLite's MAX of two is nothing where one is nothing."""
    return Coalesce(*times, Value(NEVER), output_field=DateTimeField())
