"""XLIFF 2.0 (OASIS Standard, 5 August 2014) with its glossary module: one file for a page.

What needs a review is `initial` with a target: XLIFF has no other word for it, and a program that
leaves the state alone has not said that a text is done.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from django.utils.translation import gettext as _

from cms.languages import BY_CODE
from cms.translations.exchange import inline
from cms.translations.exchange.limits import (
    DEEPEST,
    MOST_ELEMENTS,
    MOST_UNITS,
    Refused,
    size_checked,
)
from cms.translations.exchange.units import (
    Sheet,
    State,
    Term,
    Unit,
    hash_in,
    language_of,
    lines_of,
    moment,
    number,
    one_line,
    tag_of,
)

CORE = "urn:oasis:names:tc:xliff:document:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
#: Attributes of a segment by state; the second one is ours (XLIFF 2.0, 4.3.1.27).
STATES = {
    State.INITIAL: {"state": "initial"},
    State.NEEDS_REVIEW: {"state": "initial", "subState": "cms:needs-review"},
    State.CARRIED: {"state": "translated", "subState": "cms:carried"},
    State.TRANSLATED: {"state": "translated"},
    State.REVIEWED: {"state": "reviewed"},
    State.FINAL: {"state": "final"},
}
#: Those that are no mere drafts, the lowest one first.
DONE = [State.CARRIED, State.TRANSLATED, State.REVIEWED, State.FINAL]


def xliff_written(sheet: Sheet) -> bytes:
    root = Element(
        "xliff",
        {
            "xmlns": CORE, "xmlns:gls": GLOSSARY, "version": "2.0",
            "srcLang": tag_of(sheet.source_language), "trgLang": tag_of(sheet.target_language),
            "xml:space": "preserve",
        },
    )  # fmt: skip
    sides = {"srcDir": sheet.source_language, "trgDir": sheet.target_language}
    directions = {name: BY_CODE[code].direction for name, code in sides.items() if code in BY_CODE}
    names = {"id": sheet.key, "original": one_line(sheet.title)}
    file = SubElement(root, "file", names | directions)
    about = {"units": str(len(sheet.units))}
    if sheet.exported:
        about["exported"] = sheet.exported.isoformat()
    _notes(file, about.items())
    for unit in sheet.units:
        _write_unit(file, unit)
    indent(file, " ")
    # what is said is written after the layout, which would go into the texts
    for element, unit in zip(file.findall("unit"), sheet.units, strict=True):
        _write_texts(element, unit)
    return tostring(root, "utf-8", xml_declaration=True)


def _notes(parent: Element, notes: Iterable[tuple[str, str]]) -> None:
    given = list(notes)
    into = SubElement(parent, "notes") if given else parent
    for category, text in given:
        SubElement(into, "note", {"category": category}).text = text


def _write_unit(file: Element, unit: Unit) -> None:
    element = SubElement(file, "unit", {"id": unit.id, "name": one_line(unit.path)})
    if unit.terms:
        glossary = SubElement(element, "gls:glossary")
        for term in unit.terms:
            entry = SubElement(glossary, "gls:glossEntry")
            SubElement(entry, "gls:term").text = one_line(term.text)
            SubElement(entry, "gls:translation").text = one_line(term.translation)
            if term.definition:
                SubElement(entry, "gls:definition").text = one_line(term.definition)
    label = [("label", one_line(unit.label))] if unit.label else []
    _notes(element, [*label, *(("note", line) for line in lines_of(unit.notes))])


def _write_texts(element: Element, unit: Unit) -> None:
    segment = SubElement(element, "segment", STATES[unit.state])
    codes = inline.Codes()
    codes.write(SubElement(segment, "source"), unit.source)
    if unit.target:
        codes.write(SubElement(segment, "target"), unit.target)


def xliff_read(content: bytes) -> Sheet:
    """Raises Refused."""
    root = _tree(size_checked(content))
    if root.tag != f"{{{CORE}}}xliff" or not root.get("version", "").startswith("2."):
        raise Refused(_("This is no XLIFF 2 file."))
    files = root.findall(f"{{{CORE}}}file")
    if len(files) != 1:
        raise Refused(_("An XLIFF file holds one page; this one holds another number of them."))
    file = files[0]
    about = dict(_noted(file))
    return Sheet(
        key=file.get("id", ""),
        source_language=language_of(root.get("srcLang", "")),
        target_language=language_of(root.get("trgLang", "")),
        title=file.get("original", ""),
        units=tuple(_units(file)),
        exported=moment(about.get("exported", "")),
        stated=number(about.get("units", "")),
    )


def _tree(content: bytes) -> Any:
    """The root of XML without a document type, entities and outside references."""
    depth, count, root = 0, 0, None
    try:
        for event, element in iterparse(BytesIO(content), ("start", "end"), forbid_dtd=True):
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            count += 1
            if depth > DEEPEST or count > 2 * MOST_ELEMENTS:
                raise Refused(_("The file is built too deep, or of too many parts."))
    except DefusedXmlException as error:
        raise Refused(_("The file has a document type or entities, which are not read.")) from error
    except (ParseError, ValueError, LookupError) as error:
        raise Refused(_("The file is broken, or a part of it is missing.")) from error
    return root


def _units(file: Any) -> Iterator[Unit]:
    elements = list(file.iter(f"{{{CORE}}}unit"))
    if len(elements) > MOST_UNITS:
        raise Refused(_("The file has more texts than any page has."))
    problems = []
    for at, element in enumerate(elements, 1):
        try:
            yield _unit(element)
        except ValueError:
            problems.append(_("Text %(number)s: its tags are damaged.") % {"number": at})
    if problems:
        raise Refused(*problems)


def _unit(element: Any) -> Unit:
    """Raises ValueError where tags are damaged."""
    known: dict[str, str] = {}
    parts = [one for one in element if local(one.tag) in {"segment", "ignorable"}]
    sources = [_text(part, "source", known) or "" for part in parts]
    targets = [_text(part, "target", known) for part in parts]
    has_all = all(targets[at] for at, part in enumerate(parts) if local(part.tag) == "segment")
    blanks = [source if local(part.tag) == "ignorable" else ""
              for part, source in zip(parts, sources, strict=True)]  # fmt: skip
    has_any = any(targets)
    target = "".join(one or blank for one, blank in zip(targets, blanks, strict=True))
    notes = _noted(element)
    return Unit(
        id=element.get("id", ""),
        path=element.get("name", ""),
        source="".join(sources),
        target=target if has_any else "",
        state=_state(parts, has_all) if has_any else State.INITIAL,
        notes=tuple(text for category, text in notes if category != "label"),
        source_hash=hash_in(element.get("id", "")),
        label=next((text for category, text in notes if category == "label"), ""),
        terms=tuple(_terms(element)),
    )


def _text(part: Any, name: str, known: dict[str, str]) -> str | None:
    element = part.find(f"{{{CORE}}}{name}")
    return None if element is None else inline.read(element, local, known)


def _state(parts: Iterable[Any], has_all: bool) -> State:
    """The lowest one of the segments that a program made of a unit."""
    states = [_state_of(one) for one in parts if local(one.tag) == "segment"]
    if not has_all or State.INITIAL in states:
        return State.NEEDS_REVIEW
    return min(states, key=DONE.index)


def _state_of(segment: Any) -> State:
    """A sub-state of another program says nothing to us."""
    said = {name: segment.get(name, "") for name in ("state", "subState")}
    if said == STATES[State.CARRIED]:
        return State.CARRIED
    return next((one for one in DONE[1:] if one.value == said["state"]), State.INITIAL)


def _noted(parent: Any) -> list[tuple[str, str]]:
    notes = parent.findall(f"{{{CORE}}}notes/{{{CORE}}}note")
    return [(one.get("category", ""), one_line("".join(one.itertext()))) for one in notes]


def _terms(element: Any) -> Iterator[Term]:
    for entry in element.findall(f"{{{GLOSSARY}}}glossary/{{{GLOSSARY}}}glossEntry"):
        said = [
            one_line(entry.findtext(f"{{{GLOSSARY}}}{name}", ""))
            for name in ("term", "translation", "definition")
        ]
        yield Term(*said)


def local(tag: Any) -> str:
    """An element's name in XLIFF's own vocabulary; comments and foreign elements have none."""
    return tag.removeprefix(f"{{{CORE}}}") if isinstance(tag, str) and CORE in tag else ""
