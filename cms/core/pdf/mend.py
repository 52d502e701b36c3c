"""Mends what PDF/UA refuses: no title, empty headings, levels that skip, tables out of square.

Works on a `PdfDocument` as a dictionary whose texts fit the fonts already.
"""

import re
from textwrap import shorten
from typing import Any

DEEPEST = 6
#: Characters of the footer: it stands on every page, so a long one would multiply.
FOOTER_WIDTH = 160
#: So many headings make a table of contents worth its place, so many need two columns.
CONTENTS_FROM = 8
TWO_COLUMNS_FROM = 16
TWO_COLUMNS_WIDTH = 30
#: ISO 3166 regions that say the script of Chinese to a reader of the PDF.
SCRIPT_REGIONS = {"hans": "cn", "hant": "tw"}
UNDETERMINED = "und"


def mended(document: dict[str, Any]) -> dict[str, Any]:
    sections = [_section(section) for section in document["sections"]]
    sections = [section for section in sections if section["heading"] or section["parts"]]
    headings = [section["heading"] for section in sections if section["heading"]]
    titles = [_one_line(document["title"]), *headings, _one_line(document["labels"]["untitled"])]
    _mend_levels(sections)
    return {
        **document,
        **_language(document["lang"]),
        "direction": "rtl" if document["direction"] == "rtl" else "ltr",
        "title": next((title for title in titles if title), "PDF"),
        "author": _one_line(document["author"]),
        "footer": shorten(document["footer"], FOOTER_WIDTH, placeholder="…"),
        "sections": sections,
        "columns": _columns(sections),
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _language(tag: str) -> dict[str, str]:
    """ISO 639 language and ISO 3166 region of a BCP 47 tag; `und` where it is none."""
    language, *rest = tag.lower().replace("_", "-").split("-")
    if not re.fullmatch(r"[a-z]{2,3}", language):
        return {"lang": UNDETERMINED, "region": ""}
    regions = [SCRIPT_REGIONS.get(part, part) for part in rest]
    region = next((part for part in regions if re.fullmatch(r"[a-z]{2}", part)), "")
    return {"lang": language, "region": region}


def _mend_levels(sections: list[dict[str, Any]]) -> None:
    """The first heading is of level 1, none is more than one level below the one before."""
    before = 0
    for section in sections:
        if section["heading"]:
            section["level"] = before = max(1, min(section["level"], before + 1, DEEPEST))


def _columns(sections: list[dict[str, Any]]) -> int:
    """Columns of the table of contents: 0 for none, and each section's place in them."""
    listed = [
        section for section in sections
        if section["heading"] and section["level"] <= 2 and section["is_listed"]
    ]  # fmt: skip
    short = all(len(section["heading"]) <= TWO_COLUMNS_WIDTH for section in listed)
    columns = 0 if len(listed) < CONTENTS_FROM else 1
    if columns and short and len(listed) >= TWO_COLUMNS_FROM:
        columns = 2
    for place, section in enumerate(listed if columns else []):
        section["column"] = 1 + place * columns // len(listed)
    return columns


def _section(section: dict[str, Any]) -> dict[str, Any]:
    parts = [part for part in map(_part, section["parts"]) if part]
    return {**section, "heading": _one_line(section["heading"]), "parts": parts, "column": 0}


def _part(part: dict[str, Any] | None) -> dict[str, Any] | None:
    """The part without what is empty in it; None where nothing is left."""
    if part is None:
        return None
    kind = part["kind"]
    if kind == "list":
        items = [{**item, "inner": _part(item["inner"])} for item in part["items"]]
        items = [item for item in items if item["text"].strip() or item["inner"]]
        return {**part, "items": items} if items else None
    if kind == "table":
        return _table(part)
    if kind == "terms":
        items = [
            {**item, "parts": [inner for inner in map(_part, item["parts"]) if inner]}
            for item in part["items"]
        ]
        return {**part, "items": items} if items else None
    if kind == "facts":
        items = [
            {**item, "values": [value for value in item["values"] if value.strip()]}
            for item in part["items"]
        ]
        items = [item for item in items if item["values"]]
        return {**part, "items": items} if items else None
    return part if part["text"].strip() else None


def _table(table: dict[str, Any]) -> dict[str, Any] | None:
    """Every row as wide as the widest, the head too."""
    width = max([len(table["head"]), *map(len, table["rows"])])
    rows = [[*row, *[""] * (width - len(row))] for row in (table["head"], *table["rows"])]
    return {**table, "head": rows[0], "rows": rows[1:]} if width else None
