"""The overlay of Wagtail's strings holds what the installed Wagtail lacks, completely translated.

After an upgrade of Wagtail: `python -m cms.messages overlay`, then translate what is empty.
"""

import json
import re
from pathlib import Path

import polib
import pytest
from django.utils import translation
from django.utils.translation.reloader import translation_file_changed
from django.utils.translation.trans_real import DjangoTranslation
from django.views.i18n import JavaScriptCatalog

from cms import messages, overlay

FILES = [(locale, domain) for locale in overlay.LANGUAGES for domain in overlay.DOMAINS]
EACH_FILE = pytest.mark.parametrize(("locale", "domain"), FILES)


@pytest.fixture
def compiled():
    messages.compile_all()
    translation_file_changed(None, Path("django.mo"))  # Python keeps each .mo it has read


def entries_of(locale, domain):
    path = overlay.overlay_path(locale, domain)
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def own_entries(locale):
    return polib.pofile(str(messages.LOCALE / locale / "LC_MESSAGES" / "django.po"))


@EACH_FILE
def test_holds_what_the_installed_wagtail_lacks(locale, domain):
    assert [e.msgid for e in entries_of(locale, domain)] == list(overlay.lacking(locale, domain))


@EACH_FILE
def test_complete(locale, domain):
    for entry in entries_of(locale, domain):
        assert entry.translated(), entry.msgid
        assert not entry.fuzzy, entry.msgid


@EACH_FILE
def test_plural_forms_as_in_wagtails_own_file(locale, domain):
    entries = entries_of(locale, domain)
    if not entries:
        return
    rule = overlay.upstream_plural_forms(locale)
    assert entries.metadata["Plural-Forms"] == rule
    for entry in entries:
        if entry.msgid_plural:
            assert len(entry.msgstr_plural) == overlay.form_count(rule), entry.msgid


@EACH_FILE
def test_placeholders_tags_and_spaces_kept(locale, domain):
    for entry in entries_of(locale, domain):
        originals = [marks(text) for text in (entry.msgid, entry.msgid_plural) if text]
        texts = [entry.msgstr, *entry.msgstr_plural.values()]
        for text in filter(None, texts):
            assert marks(text) in originals, entry.msgid
        if entry.msgid_plural:
            assert marks(max(entry.msgstr_plural.items())[1]) == originals[1], entry.msgid


def marks(text):
    """What a translation must keep: placeholders, tags, white space at both ends."""
    ends = re.match(r"\s*", text)[0], re.search(r"\s*$", text)[0]
    return sorted(re.findall(r"%\(\w+\)[sd]|%[sd]|\{\w+\}|<[^>]*>", text)), ends


@pytest.mark.parametrize("locale", overlay.LANGUAGES)
def test_django_shows_it(locale, compiled):
    shown = DjangoTranslation(locale.lower().replace("_", "-"))
    ours = {entry.msgid for entry in own_entries(locale)}
    for entry in entries_of(locale, "django"):
        if entry.msgid in ours:  # one catalogue for all: the words of this site go before
            continue
        if entry.msgid_plural:
            text = shown.ngettext(entry.msgid, entry.msgid_plural, 7)
            assert text in entry.msgstr_plural.values()
        else:
            assert shown.gettext(entry.msgid) == entry.msgstr


def test_scripts_of_the_admin_show_it(rf, compiled):
    with translation.override("vi"):
        response = JavaScriptCatalog.as_view(packages=["wagtail.admin"])(rf.get("/"))
    shown = json.loads(re.search(r"const newcatalog = ({.*?});", response.text, re.S)[1])
    assert shown["Collapse all"] == "Thu gọn tất cả"
    assert shown["%(num)s error"] == ["%(num)s lỗi"]


def test_strings_of_administrators_only_are_left_out():
    entry = polib.POEntry(occurrences=[("admin/views/reports/base.py", "")])
    shared = polib.POEntry(occurrences=[*entry.occurrences, ("admin/forms/pages.py", "")])
    assert overlay.for_administrators(entry)
    assert not overlay.for_administrators(shared)
