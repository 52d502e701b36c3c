"""Tags that every page needs: its frame, links in its language, its acts, its JSON-LD."""

import json
import re
from datetime import datetime
from typing import Any

from django import template
from django.template.defaultfilters import stringfilter
from django.templatetags.static import static
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import pgettext

from cms.core.acts import acts_of
from cms.core.figures import said_date, said_time
from cms.core.frame import Frame, Link, address, frame_of
from cms.core.languages import language_names, listed, within
from cms.core.links import page_links
from cms.core.outlets import Offer, offers_of
from cms.core.pictures import picture_html
from cms.core.plain import set_in
from cms.core.routing import is_public
from cms.core.schema import schema_of
from cms.core.sharing import PAGES, Shared, shared_of, web_page_of
from cms.core.texts import Texts, texts_of
from cms.core.translation_notice import TranslationNotice, notice_of
from cms.languages import BY_CODE, SOURCE

register = template.Library()


@register.simple_tag(takes_context=True)
def frame(context: Any) -> Frame:
    """Name, menus, languages of the page or view that is being shown."""
    page = context.get("page")
    page = page if hasattr(page, "translation_key") else None
    lang = page.locale.language_code if page else translation.get_language()
    return frame_of(context["request"], page, lang)


@register.simple_tag
def path_of(page: Any) -> str:
    """The address of a page of the language it is in, without a query."""
    return address(translation.get_language() or "", page.url_path)


@register.simple_tag(takes_context=True)
def related(context: Any) -> dict[int, Link]:
    """Links to the pages that facts of this page refer to, by the stored id; no query."""
    return frame(context).related


@register.simple_tag
def linked_in(stream: Any) -> list[Link]:
    """Links to the pages of a list block of page choosers, in the active language."""
    ids = [page.pk for page in stream if page]
    return list(page_links(translation.get_language() or "", ids).values())


@register.simple_tag
def record_texts(page: Any) -> Texts:
    return texts_of(page)


@register.simple_tag
def acts(page: Any) -> Any:
    """What was said of this page's changes, newest first; read once a page."""
    if not hasattr(page, "shown_acts"):
        page.shown_acts = acts_of(page)
    return page.shown_acts


@register.simple_tag(takes_context=True)
def translation_notice(context: Any) -> TranslationNotice | None:
    """How the page that is being shown stands to its source; nothing of a draft in preview."""
    page = context.get("page")
    if not hasattr(page, "is_stand_in") or getattr(context["request"], "is_preview", False):
        return None
    links = [one for one in frame(context).alternates if one.code == SOURCE]
    source = Link(links[0].name, links[0].url, SOURCE) if links else None
    return notice_of(page, source)


@register.filter
def of_kind(acts: Any, kind: str) -> list[Any]:
    """The acts of one kind, such as `status`, in their order."""
    return [act for act in acts if act.kind == kind]


@register.filter
def entry(mapping: Any, key: Any) -> Any:
    """The value of `key`, or nothing."""
    return mapping.get(key) if mapping else None


@register.filter
def row_lang(row: Any, name: str) -> str:
    """The language of one text of a row: the source's until it is translated."""
    return str(row.lang_of(name))


@register.filter(name="language_names")
def names_of_languages(codes: list[str]) -> list[str]:
    """Names of languages in the active language."""
    return language_names(codes)


@register.filter(name="within")
def name_within(text: str) -> str:
    """A name of a day as the active language writes it within a sentence."""
    return within(text)


@register.filter
def day_and_hour(at: datetime, all_day: bool) -> str:
    """A day with its hour; the day alone where `all_day`."""
    local = localtime(at)
    day = said_date(local)
    if all_day:
        return day
    values = {"day": day, "hour": said_time(local)}
    return pgettext("a day and an hour", "%(day)s, %(hour)s") % values


@register.filter(name="listed")
def names_listed(names: Any) -> str:
    """Names with what the active language writes between them."""
    return listed(names)


@register.filter(name="set_in", is_safe=True)
@stringfilter
def text_set_in(text: str, direction: str) -> str:
    """Text without markup for a line of `direction` in which others stand (titles)."""
    return set_in(text, direction)


@register.filter
def direction(lang: str) -> str:
    return BY_CODE[lang].direction if lang in BY_CODE else "ltr"


@register.simple_tag
def json_ld(data: Any) -> SafeString:
    """schema.org data as a data block; `<` is written so that no text can end the element."""
    text = json.dumps(data, ensure_ascii=False, default=str).replace("<", "\\u003c")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  (escaped)


@register.simple_tag
def content_picture(image: Any, look: str, loading: str = "lazy", **attrs: Any) -> SafeString:
    """A picture of the content in one of the looks of `cms.core.pictures`; `alt` where it is not
    the picture's own, `loading="eager"` where it stands at the top of a page."""
    lazy = {"loading": loading} if loading == "lazy" else {}
    return mark_safe(picture_html(image, look, {**attrs, **lazy}))  # noqa: S308  (Wagtail's own element)


@register.filter
def monogram(name: str) -> str:
    """The first letters of two words of a name, apart where letters join; two of a single word."""
    words = re.findall(r"[^\W\d_]+", str(name))
    if not words or len(words) == 1 or words[0] > "\u2e80":
        return "".join(words[:1])[:2].capitalize()
    first, second = (word[0].upper() for word in words[:2])
    return f"{first} {second}" if first > "\u0590" else first + second


@register.filter
def split_words(text: str) -> list[str]:
    return text.split()


@register.simple_tag
def static_css(name: str) -> str:
    """The address of one layer of the style sheet."""
    return str(static(f"css/{name}.css"))


@register.simple_tag(takes_context=True)
def absolute(context: Any, url: str) -> str:
    return str(context["request"].build_absolute_uri(url))


@register.filter
def record(texts: Texts, kind: str) -> dict[int, Any]:
    """Texts of one kind of record (`contact`, `place`) by its id."""
    return {pk: text for (name, pk), text in texts.by_key.items() if name == kind} if texts else {}


@register.simple_tag
def linked_one(page: Any) -> Link | None:
    """A link to a chosen page in the active language."""
    if page is None:
        return None
    return page_links(translation.get_language() or "", [page.pk]).get(page.pk)


@register.simple_tag(takes_context=True)
def outlets(context: Any) -> list[Offer]:
    """Feed and calendar of the page that is being shown, with the filters of its list.

    A preview shows them as the public page will.
    """
    page = context.get("page")
    is_preview = getattr(context["request"], "is_preview", False)
    if not getattr(page, "outlets", None) or not (is_preview or is_public(page)):
        return []
    query = getattr(context.get("listing"), "query", "")
    lang = page.locale.language_code
    return list(offers_of(context["request"], page.outlets, lang, page.url_path, query))


@register.simple_tag(takes_context=True)
def page_json_ld(context: Any, page: Any) -> SafeString:
    """The page as schema.org knows it: what it is about, and the page itself."""
    request = context["request"]
    about, itself = schema_of(page, request), web_page_of(page, request, frame(context))
    if about["@type"] in PAGES:
        return json_ld({**itself, **about})
    return json_ld(about) + json_ld(itself)


@register.simple_tag(takes_context=True)
def shared(context: Any, page: Any) -> Shared:
    """What search engines and shared links are told of the page."""
    return shared_of(page, context["request"], frame(context), context.get("listing"))
