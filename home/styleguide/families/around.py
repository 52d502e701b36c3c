"""What stands around every page, and the ways through the site."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.core.frame import Frame, LanguageLink, SiteSaid
from cms.languages import BY_CODE, LANGUAGES
from home.styleguide.entries import WIDE, Entry, Family, State
from home.styleguide.samples import LEARNING, MEETING, ORGANISATION, here, language, link

TOP = _("At the top of this page")
END = _("At the end of this page")


def family(_home: Any) -> Family:
    switcher = State("", {"site": frame(lacking=("vi", "fa"))})
    asked = {"query": LEARNING, "kind": "page"}
    entries = (
        Entry("components/header.html", _("Header"), where=TOP),
        Entry("components/crumbs.html", _("Way from the home page"), where=TOP),
        Entry("components/page_head.html", _("Top of a page"), where=TOP),
        Entry("components/on_this_page.html", _("Contents of a page"), where=TOP),
        Entry(
            "components/page_meta.html",
            _("What machines read"),
            where=_("In the head of this page"),
        ),
        Entry("components/footer.html", _("Footer"), where=END),
        Entry("components/languages.html", _("Language switcher"), (switcher,)),
        Entry("components/search_form.html", _("Search field"), forms(asked), size=WIDE),
        Entry("components/main_places.html", _("Main places"), places(), size=WIDE),
        Entry("components/logo.html", _("Logo"), (State("", {}),), inside="brand"),
        Entry(
            "components/bridge.html",
            _("Bridge"),
            (State("", {}),),
            inside="hero",
            size=WIDE,
        ),
    )
    return Family("around", _("Around a page"), entries)


def forms(asked: dict[str, Any]) -> tuple[State, ...]:
    label = _("What are you looking for?")
    return (
        State(_("Empty"), {"label": label, "name": _("Empty")}),
        State(_("Filled in"), {"label": label, "name": _("Filled in"), **asked}),
    )


def places() -> tuple[State, ...]:
    main = [link(title) for title in (MEETING, LEARNING, ORGANISATION)]
    return (State("", {"site": frame(main=main)}),)


def frame(*, lacking: tuple[str, ...] = (), **values: Any) -> Frame:
    """A frame in which the languages `lacking` have no page."""
    lang = language()
    links = [
        LanguageLink(
            one.code,
            one.name,
            one.direction,
            here(),
            translated=one.code not in lacking,
            is_current=one.code == lang,
        )
        for one in LANGUAGES
    ]
    said = SiteSaid(lang, str(ORGANISATION), *("" for _name in SiteSaid._fields[2:]))
    return Frame(lang, BY_CODE[lang].direction, said, languages=links, **values)
