"""What surrounds every page: name, texts, menus and languages, read once a request."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q
from wagtail.models import Locale, Page, Site

from cms.core.models.site import MenuItem, SiteText
from cms.core.visibility import visible_pages
from cms.languages import BY_CODE, FALLBACK, LANGUAGES, SOURCE

Row = tuple[Any, str, str, str, int]
ROW = ("translation_key", "locale__language_code", "title", "url_path", "pk")


@dataclass(frozen=True)
class Link:
    """A page as a link: its title and address, and the language and direction of the title."""

    title: str
    url: str
    lang: str
    is_current: bool = False

    @property
    def direction(self) -> str:
        return BY_CODE[self.lang].direction


@dataclass(frozen=True)
class LanguageLink:
    """One entry of the language switcher; `url` leads home where the page is not translated."""

    code: str
    name: str
    direction: str
    url: str
    translated: bool
    is_current: bool


@dataclass
class Frame:
    lang: str
    direction: str
    text: Any
    main: list[Link] = field(default_factory=list)
    footer: list[Link] = field(default_factory=list)
    languages: list[LanguageLink] = field(default_factory=list)
    home_url: str = "/"
    #: Links to pages that facts of this page refer to, by the id that the fact stores.
    related: dict[int, Link] = field(default_factory=dict)

    @property
    def alternates(self) -> list[LanguageLink]:
        """Languages that have this page, for hreflang."""
        return [link for link in self.languages if link.translated]

    @property
    def default_url(self) -> str:
        """Where hreflang's x-default leads: the page in the language that most can read."""
        order = [FALLBACK, SOURCE]
        by_code = {link.code: link.url for link in self.alternates}
        return next((by_code[code] for code in order if code in by_code), "")


def frame_of(request: Any, page: Any | None, lang: str) -> Frame:
    """The frame of a request, made once: three queries."""
    held: Frame | None = getattr(request, "_frame", None)
    if held is None:
        held = request._frame = _read(request, page, lang)
    return held


def _read(request: Any, page: Any | None, lang: str) -> Frame:
    site = Site.find_for_request(request)
    language = BY_CODE.get(lang, BY_CODE[SOURCE])
    frame = Frame(lang=language.code, direction=language.direction, text=_text(site, lang))
    items = list(_menu(site))
    rows = _linked(items, page, site)
    frame.main, frame.footer = (
        [link for item in items if item.menu == name and (link := _link(rows, item, lang, page))]
        for name in (MenuItem.Menu.MAIN, MenuItem.Menu.FOOTER)
    )
    homes = _by_language(rows, getattr(site.root_page, "translation_key", None))
    own = _by_language(rows, getattr(page, "translation_key", None))
    frame.languages = [_switch(language, own, homes, lang) for language in LANGUAGES]
    frame.related = links_by_id(rows, related_ids(page), lang)
    frame.home_url = homes.get(lang) or "/"
    return frame


def _text(site: Any, lang: str) -> Any:
    texts = SiteText.objects.filter(
        identity__site=site, locale__language_code__in=[lang, SOURCE]
    ).select_related("locale")
    found = {text.locale.language_code: text for text in texts}
    return found.get(lang) or found.get(SOURCE)


def _menu(site: Any) -> Any:
    items = MenuItem.objects.filter(identity__site=site).order_by("sort_order")
    return items.select_related("page").only(
        "menu", "sort_order", "identity", "page__id", "page__translation_key"
    )


def _linked(items: list[Any], page: Any | None, site: Any) -> list[Row]:
    """(key, language, title, url path, id) of menu, home and related pages and this page."""
    related = related_ids(page)
    keys = {item.page.translation_key for item in items} | {site.root_page.translation_key}
    if page is not None:
        keys.add(page.translation_key)
    wanted = Q(translation_key__in=keys)
    if related:
        stored = Page.objects.filter(pk__in=related)
        wanted |= Q(translation_key__in=stored.values("translation_key"))
    pages = visible_pages().filter(wanted)
    return list(pages.values_list(*ROW))


def address(lang: str, url_path: str) -> str:
    """The public address of a page from its tree path: `/hu/rolunk/` → `/hu/rolunk/`."""
    _root, _home, *rest = url_path.split("/", 2)
    return f"/{lang}/{rest[0] if rest else ''}"


def _by_language(rows: list[Row], key: Any) -> dict[str, str]:
    return {
        lang: address(lang, path) for row_key, lang, _title, path, _pk in rows if row_key == key
    }


def _link(rows: list[Any], item: Any, lang: str, page: Any | None) -> Link | None:
    for key, row_lang, title, path, _pk in rows:
        if key == item.page.translation_key and row_lang == lang:
            current = page is not None and page.translation_key == key
            return Link(title, address(lang, path), lang, current)
    return None


def _switch(language: Any, own: dict[str, str], homes: dict[str, str], lang: str) -> LanguageLink:
    url = own.get(language.code) or homes.get(language.code) or f"/{language.code}/"
    return LanguageLink(
        language.code, language.name, language.direction, url,
        translated=language.code in own, is_current=language.code == lang,
    )  # fmt: skip


def active_locale(lang: str) -> Locale:
    return Locale.objects.get_for_language(lang)


def related_ids(page: Any | None) -> list[int]:
    """Ids of the pages that the facts of `page` refer to."""
    names = getattr(page, "related_pages", ())
    return [pk for name in names if (pk := getattr(page, f"{name}_id"))]


def links_by_id(rows: list[Row], ids: list[int], lang: str) -> dict[int, Link]:
    """A link for each stored id: the page of that family in `lang`, else in the source language."""
    best: dict[Any, Link] = {}
    key_of: dict[int, Any] = {}
    for key, row_lang, title, path, pk in rows:
        key_of[pk] = key
        if row_lang == lang or (row_lang == SOURCE and key not in best):
            best[key] = Link(title, address(row_lang, path), row_lang)
    return {pk: best[key_of[pk]] for pk in ids if pk in key_of and key_of[pk] in best}
