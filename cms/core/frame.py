"""What surrounds every page: name, texts, menus and languages, read once a request."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from wagtail.models import Locale, Page

from cms.core.models.site import MenuItem, SiteText
from cms.core.prepared import Prepared
from cms.core.sites import site_of
from cms.core.together import Row, gathered, in_order, united
from cms.core.visibility import visible_pages
from cms.languages import BY_CODE, FALLBACK, LANGUAGES, SOURCE

PageRow = tuple[Any, str, str, str, int]
ROW = ("translation_key", "locale__language_code", "title", "url_path", "pk")
TEXT = ("locale__language_code", "name", "owner", "claim", "funding", "footer")
MENU = ("menu", "sort_order", "page__translation_key")


class SiteSaid(NamedTuple):
    """What the site says of itself in the language `lang`."""

    lang: str
    name: str
    owner: str
    claim: str
    funding: str
    footer: str


class Item(NamedTuple):
    """An entry of a menu, and the translation key of its page."""

    menu: str
    key: UUID


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
    text: SiteSaid
    main: list[Link] = field(default_factory=list)
    footer: list[Link] = field(default_factory=list)
    languages: list[LanguageLink] = field(default_factory=list)
    home_url: str = "/"
    #: The pages above this one, the home page first.
    crumbs: list[Link] = field(default_factory=list)
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
    """The frame of a request, made once: two queries."""
    held: Frame | None = getattr(request, "_frame", None)
    if held is None:
        held = request._frame = _read(request, page, lang)
    return held


def _read(request: Any, page: Any | None, lang: str) -> Frame:
    site = site_of(request)
    language = BY_CODE.get(lang, BY_CODE[SOURCE])
    said = _said(site, lang)
    frame = Frame(lang=language.code, direction=language.direction, text=_text(said, lang, site))
    items = _menu(said)
    rows = _linked(items, page, site, lang)
    frame.main, frame.footer = (
        [link for item in items if item.menu == name and (link := _link(rows, item, lang, page))]
        for name in (MenuItem.Menu.MAIN, MenuItem.Menu.FOOTER)
    )
    homes = _by_language(rows, getattr(site.root_page, "translation_key", None))
    own = _by_language(rows, getattr(page, "translation_key", None))
    frame.languages = [_switch(language, own, homes, lang) for language in LANGUAGES]
    frame.related = links_by_id(rows, related_ids(page), lang)
    frame.home_url = homes.get(lang) or "/"
    frame.crumbs = _crumbs(rows, page, lang)
    return frame


def _said(site: Any, lang: str) -> dict[str, list[Row]]:
    """The site's texts in this language and the source's, and its menus: one query."""
    parts = {"texts": TEXT, "menus": MENU}
    return gathered(parts, _texts_and_menus(site=site.pk, languages=[lang, SOURCE]))


def _texts_and_menus_of(site: Any, languages: Any) -> Any:
    texts = SiteText.objects.filter(identity__site=site, locale__language_code__in=languages)
    menus = MenuItem.objects.filter(identity__site=site)
    return united({"texts": (texts, TEXT), "menus": (menus, MENU)})


_texts_and_menus = Prepared(_texts_and_menus_of)


def _text(said: dict[str, list[Row]], lang: str, site: Any) -> SiteSaid:
    """The site's texts in `lang`, else in the source's; its bare name where nobody wrote any."""
    found = {row["locale__language_code"]: row for row in said["texts"]}
    row = found.get(lang) or found.get(SOURCE)
    if row is not None:
        return SiteSaid(*(row[column] or "" for column in TEXT))
    return SiteSaid(SOURCE, site.site_name or settings.WAGTAIL_SITE_NAME, *("" for _ in TEXT[2:]))


def _menu(said: dict[str, list[Row]]) -> list[Item]:
    rows = in_order(said["menus"])
    return [Item(str(row["menu"]), UUID(row["page__translation_key"])) for row in rows]


def _linked(items: list[Item], page: Any | None, site: Any, lang: str) -> list[PageRow]:
    """(key, language, title, url path, id) of menu, home and related pages and this page."""
    related = related_ids(page)
    keys = {item.key for item in items} | {site.root_page.translation_key}
    if page is not None:
        keys.add(page.translation_key)
    values = {"keys": keys, "paths": _paths_above(page)}
    if not related:
        return _pages(**values)
    return _pages_and_related(**values, related=related, languages=[lang, SOURCE])


def _rows_of(keys: Any, paths: Any, related: Any = (), languages: Any = ()) -> Any:
    wanted = Q(translation_key__in=keys) | Q(path__in=paths)
    if related:
        wanted |= family(related, languages)
    return visible_pages().filter(wanted).values_list(*ROW)


def family(stored: Any, languages: Any) -> Q:
    """Pages of the families of the stored ids, in `languages`."""
    keys = Page.objects.filter(pk__in=stored).values("translation_key")
    return Q(translation_key__in=keys, locale__language_code__in=languages)


_pages = Prepared(_rows_of)
_pages_and_related = Prepared(_rows_of)


def _paths_above(page: Any | None) -> list[str]:
    """Tree paths of the pages above, from the home page on."""
    if page is None or not page.path:
        return []
    return [page.path[: depth * page.steplen] for depth in range(2, page.depth)]


def _crumbs(rows: list[PageRow], page: Any | None, lang: str) -> list[Link]:
    own = getattr(page, "url_path", None) or ""
    above = {
        path: Link(title, address(row_lang, path), row_lang)
        for _key, row_lang, title, path, _pk in rows
        if row_lang == lang and own != path and own.startswith(path)
    }
    return [above[path] for path in sorted(above, key=len)]


def address(lang: str, url_path: str) -> str:
    """The public address of a page from its tree path: `/hu/rolunk/` → `/hu/rolunk/`."""
    _root, _home, *rest = url_path.split("/", 2)
    return f"/{lang}/{rest[0] if rest else ''}"


def _by_language(rows: list[PageRow], key: Any) -> dict[str, str]:
    return {
        lang: address(lang, path) for row_key, lang, _title, path, _pk in rows if row_key == key
    }


def _link(rows: list[PageRow], item: Item, lang: str, page: Any | None) -> Link | None:
    for key, row_lang, title, path, _pk in rows:
        if key == item.key and row_lang == lang:
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
    """Ids of the pages that the facts of `page` refer to, and its rows (`referred_ids`)."""
    names = getattr(page, "related_pages", ())
    own = [pk for name in names if (pk := getattr(page, f"{name}_id"))]
    return [*own, *getattr(page, "referred_ids", ())]


def links_by_id(rows: list[PageRow], ids: list[int], lang: str) -> dict[int, Link]:
    """A link for each stored id: the page of that family in `lang`, else in the source language."""
    best: dict[Any, Link] = {}
    key_of: dict[int, Any] = {}
    for key, row_lang, title, path, pk in rows:
        key_of[pk] = key
        if row_lang == lang or (row_lang == SOURCE and key not in best):
            best[key] = Link(title, address(row_lang, path), row_lang)
    return {pk: best[key_of[pk]] for pk in ids if pk in key_of and key_of[pk] in best}
