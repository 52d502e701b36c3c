"""What an issue tells: the pages of its stories in the reader's language, and its neighbours.

The summary lies in the table of each page type: one query of all types finds whatever is told.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import CharField, Q, Subquery, Value
from wagtail.models import Page

from cms.core.children import child_rows
from cms.core.frame import address
from cms.core.prepared import Prepared
from cms.core.registries import page_types
from cms.core.texts import texts_of
from cms.languages import SOURCE

STORY, OLDER, NEWER = "story", "older", "newer"


class Told(NamedTuple):
    """A page that an issue leads to, in one language."""

    what: str
    key: Any
    lang: str
    title: str
    url_path: str
    pk: int
    summary: str

    @property
    def url(self) -> str:
        return address(self.lang, self.url_path)


@dataclass(frozen=True)
class Story:
    """Own words before the page's, each with its language. No `url` where the page is not (or no
    longer) current."""

    headline: str
    headline_lang: str
    text: str
    text_lang: str
    url: str = ""
    page_lang: str = ""


def issues(locale: Any) -> Any:
    """Current issues of a language, the newest first."""
    model = apps.get_model("resources", "NewsletterIssuePage")
    return in_order(model.objects.current(locale))


def in_order(found: Any) -> Any:
    return found.order_by("-year", "-number", "pk")


def newest_issue(locale: Any) -> Any:
    """The issue that came out last, in a query that others may be joined to."""
    model = apps.get_model("resources", "NewsletterIssuePage")
    return model.objects.filter(pk=Subquery(issues(locale).values("pk")[:1]))


def issue_context(page: Any) -> dict[str, Any]:
    rows = child_rows(page, "stories")
    found = told_by(page, [row.about_id for row in rows if row.about_id])
    pages = in_language(found, page.locale.language_code)
    shown = [story_of(row, page, pages.get(row.about_id)) for row in rows]
    return {
        "stories": [story for story in shown if story.headline],
        "older": next((told for told in found if told.what == OLDER), None),
        "newer": next((told for told in found if told.what == NEWER), None),
        "texts": texts_of(page),
    }


def told_by(page: Any, stored: list[int]) -> list[Told]:
    """Current pages with one of these source pages, here or at the source, and the neighbours."""
    values = {"page": page, "year": page.year, "number": page.number, "stored": stored}
    languages = [page.locale.language_code, SOURCE]
    return [Told(*row) for row in _told(type(page), **values, languages=languages)]


def _told_of(model: Any, *, page: Any, year: Any, number: Any, stored: Any, languages: Any) -> Any:
    keys = Page.objects.filter(pk__in=stored).values("translation_key")
    parts = [
        _columns(STORY, told.objects.current_now().filter(
            translation_key__in=keys, locale__language_code__in=languages))
        for told in (page_types() if stored else [])
    ]  # fmt: skip
    first, *others = [*_neighbours(model, page, year, number), *parts]
    return first.union(*others, all=True)


_told = Prepared(_told_of)


def _neighbours(model: Any, page: Any, year: Any, number: Any) -> list[Any]:
    found = in_order(model.objects.current_now().filter(locale_id=page.locale_id))
    before = Q(year__lt=year) | Q(year=year, number__lt=number)
    after = Q(year__gt=year) | Q(year=year, number__gt=number)
    older = found.filter(before).values("pk")[:1]
    newer = found.filter(after).order_by("year", "number", "pk").values("pk")[:1]
    return [
        _columns(what, model.objects.filter(pk=Subquery(one)))
        for what, one in ((OLDER, older), (NEWER, newer))
    ]


def _columns(what: str, pages: Any) -> Any:
    return pages.order_by().values_list(
        Value(what, CharField()), "translation_key", "locale__language_code", "title", "url_path",
        "pk", "summary",
    )  # fmt: skip


def in_language(found: list[Told], lang: str) -> dict[int, Told]:
    """By the id of the source page, which rows store: the page in `lang`, else the source's."""
    stories = [told for told in found if told.what == STORY]
    here = {told.key: told for told in stories if told.lang == lang}
    return {told.pk: here.get(told.key, told) for told in stories if told.lang == SOURCE}


def story_of(row: Any, page: Any, told: Told | None) -> Story:
    row.locale = page.locale
    headline, text = row.headline, row.text
    lang = page.locale.language_code
    page_lang = told.lang if told else lang
    return Story(
        headline=headline or (told.title if told else ""),
        headline_lang=row.lang_of("headline") if headline else page_lang,
        text=text or (told.summary if told else ""),
        text_lang=row.lang_of("text") if text else page_lang,
        url=told.url if told else "",
        page_lang=page_lang,
    )
