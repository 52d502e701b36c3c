"""The demo's glossary: terms of the field in all languages, from a file as editors bring one in.

Definitions of ours say that they are samples; who a migrant is, the source document says.
"""

from pathlib import Path

from cms.languages import LANGUAGES, SOURCE
from cms.translations.glossary.exchange import glossary_import
from cms.translations.glossary.rows import Row, from_csv
from home.demo import texts
from home.demo.catalogues import catalogue

FILE = Path(__file__).parent / "glossary.csv"
#: The term that the source document defines.
DEFINED = "migráns"


def make_glossary() -> tuple[int, int]:
    """Idempotent: how many terms and translations are new."""
    return glossary_import(rows=glossary_rows())


def glossary_rows() -> list[Row]:
    said = {
        one.code: catalogue(one.code)[texts.DEFINITION] for one in LANGUAGES if one.code != SOURCE
    }
    rows = from_csv(FILE.read_text(encoding="utf-8"))
    for row in rows:
        if row["term"] == DEFINED and row["status"] == "preferred":
            row["definition"] = texts.DEFINITION
            row["definition_in_language"] = said[row["language"]]
    return rows
