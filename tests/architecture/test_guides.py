"""The guides for translators: one in each language, with the names that its interface has."""

import re
from pathlib import Path

import polib
import pytest
import wagtail
from django.utils.translation import to_locale

from cms.env import ROOT
from cms.languages import FALLBACK, LANGUAGES, SOURCE

DOCS = ROOT / "docs"
GUIDES = [language for language in LANGUAGES if language.code != SOURCE]
WAGTAIL = Path(wagtail.__path__[0])
#: As Django looks words up, the last word wins: Wagtail's, what it lacks, the site's own.
CATALOGUES = (
    WAGTAIL / "admin/locale", WAGTAIL / "users/locale", ROOT / "locale/wagtail", ROOT / "locale",
)  # fmt: skip
ITALICS = re.compile(r"(?<!\*)\*([^*\n]+)\*(?!\*)")


def guide(code):
    return (DOCS / f"translators/{code}.md").read_text()


def words(code):
    """What a language calls each English message; one may have a name for each context."""
    found = {}
    for folder in CATALOGUES:
        path = folder / to_locale(code) / "LC_MESSAGES/django.po"
        for entry in polib.pofile(str(path)) if path.exists() else ():
            found.setdefault(entry.msgid, {})[entry.msgctxt] = entry.msgstr
    return {name: set(texts.values()) for name, texts in found.items()}


@pytest.mark.parametrize("language", GUIDES, ids=lambda language: language.code)
def test_a_guide_has_the_same_parts_in_each_language(language):
    text, english = guide(language.code), guide(FALLBACK)
    direction = ' dir="rtl"' if language.direction == "rtl" else ""
    assert text.startswith(f'<div{direction} lang="{language.code}">\n\n# ')
    assert text.endswith("\n\n</div>\n")
    for part in (r"^#+ ", r"^- ", r"^\|"):
        assert len(re.findall(part, text, re.M)) == len(re.findall(part, english, re.M)), part
    pictures = [f"../images/{name}-{language.code}.png" for name in ("desk", "review")]
    assert re.findall(r"!\[[^]]+\]\((.+)\)", text) == pictures
    link = f"[{language.name}](translators/{language.code}.md)"
    assert link in (DOCS / "translators.md").read_text()


@pytest.mark.parametrize("language", GUIDES, ids=lambda language: language.code)
def test_a_guide_names_what_the_interface_names(language):
    code, english = language.code, set(ITALICS.findall(guide(FALLBACK)))
    named, found = set(ITALICS.findall(guide(code))), words("hu" if code == FALLBACK else code)
    if code == FALLBACK:  # the code's own strings are English
        found = {name: {name} for name in found}
    assert [name for name in english if not named & found.get(name, set())] == []
    assert named <= {text for name in english for text in found.get(name, ())}
