"""Inline tags as XLIFF 2.0 writes them: `<pc>` around text, `<ph>` for a line break.

A code's `subType` names the tag (`html:b`); a link's id is that of wagtail-localize (`a1`), all
others are counted. A code of the target has the id of its counterpart in the source.
"""

import re
from collections import Counter, defaultdict
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString
from wagtail_localize.strings import INLINE_TAGS, validate_element, validate_translation_links

from cms.translations.exchange.limits import MOST_TAGS

LINK = re.compile(r"a\d{1,9}")
#: What XML 1.0 cannot hold, and the carriage return, which its parsers change.
UNFIT = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TYPES = {"a": "link"}


def tidy(text: str) -> str:
    """The text as it is written everywhere. Raises ValueError for tags that no segment has."""
    soup = BeautifulSoup(text, "html.parser")
    for one in soup.find_all(string=lambda found: isinstance(found, PreformattedString)):
        one.extract()
    validate_element(soup)
    return str(soup)


def fits(source: str, text: str) -> bool:
    """Whether a translation has only tags that a segment may have, and links of its source."""
    if text.count("<") > MOST_TAGS:
        return False  # before a parser goes down as many steps
    try:
        validate_translation_links(source, tidy(text))
    except ValueError:
        return False
    return True


class Codes:
    """The ids of one unit's codes, shared by its source and its target."""

    def __init__(self) -> None:
        self._known = defaultdict[str, list[str]](list)
        self._last = 0

    def write(self, parent: Any, text: str) -> None:
        """Append a text of the unit; the source is the first one."""
        self._used = Counter[str]()
        _append(parent, BeautifulSoup(text, "html.parser"), self)

    def attributes(self, tag: Any) -> dict[str, str]:
        name = f"a#{tag['id']}" if tag.get("id") else tag.name
        at = self._used[name]
        self._used[name] += 1
        known = self._known[name]
        made = {"type": TYPES.get(tag.name, "fmt"), "subType": f"html:{tag.name}"}
        if at >= len(known):
            known.append(self._new(name, at))
        if at and tag.get("id"):
            made = {"copyOf": known[0], **made}
        return {"id": known[at], **made}

    def _new(self, name: str, at: int) -> str:
        if name.startswith("a#"):
            return f"{name[2:]}-{at + 1}" if at else name[2:]
        self._last += 1
        return str(self._last)


def _append(parent: Any, node: Any, codes: Codes) -> None:
    for child in node.children:
        if isinstance(child, NavigableString):
            _say(parent, str(child))
        elif child.name == "br":
            SubElement(parent, "ph", codes.attributes(child) | {"disp": "<br/>"})
        else:
            shown = {"dispStart": f"<{child.name}>", "dispEnd": f"</{child.name}>"}
            kept = {"canDelete": "no"} if child.get("id") else {}
            _append(SubElement(parent, "pc", codes.attributes(child) | shown | kept), child, codes)


def _say(parent: Any, text: str) -> None:
    """Append text; a sign that XML cannot hold is a `<cp>`."""
    at = 0
    for found in UNFIT.finditer(text):
        _tail(parent, text[at : found.start()])
        SubElement(parent, "cp", {"hex": f"{ord(found[0]):04X}"})
        at = found.end()
    _tail(parent, text[at:])


def _tail(parent: Any, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def read(element: Element, local: Any, known: dict[str, str] | None = None) -> str:
    """The HTML of a `<source>` or `<target>`; `known`: tags of codes by id, filled from the
    source and asked for those of the target that lost their `subType`. Raises ValueError."""
    known = {} if known is None else known
    soup = BeautifulSoup("", "html.parser")
    _read(element, soup, soup, local, known)
    return tidy(str(soup))


def _read(element: Any, into: Any, soup: Any, local: Any, known: dict[str, str]) -> None:
    into.append(NavigableString(element.text or ""))
    for child in element:
        kind = local(child.tag)
        if kind == "cp":
            into.append(NavigableString(_sign(child.get("hex", ""))))
        elif kind in {"pc", "ph"}:
            tag = _tag(child, soup, known)
            into.append(tag)
            if kind == "pc":
                _read(child, tag, soup, local, known)
        elif kind == "mrk":
            _read(child, into, soup, local, known)
        elif kind not in {"sm", "em", ""}:
            raise ValueError(kind)
        into.append(NavigableString(child.tail or ""))


def _sign(hexadecimal: str) -> str:
    number = int(hexadecimal, 16)
    if not 0 < number < 0x110000 or 0xD800 <= number < 0xE000:
        raise ValueError(hexadecimal)
    return chr(number)


def _tag(code: Any, soup: Any, known: dict[str, str]) -> Any:
    identifier = code.get("copyOf") or code.get("id", "")
    name = code.get("subType", "").removeprefix("html:") or known.get(identifier, "")
    if name not in INLINE_TAGS:
        raise ValueError(name)
    known.setdefault(identifier, name)
    is_link = name == "a" and LINK.fullmatch(identifier)
    return soup.new_tag(name, attrs={"id": identifier} if is_link else {})
