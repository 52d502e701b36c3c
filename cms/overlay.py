"""Translations of Wagtail's own admin that the installed Wagtail lacks: locale/wagtail.

Wagtail comes with what its volunteers have translated so far. Where a string is missing, Django
shows the Hungarian one to an editor who chose Vietnamese. `renew` compares our files with the
installed catalogues, so an upgrade of Wagtail adds what is new and drops what it now translates.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import polib

#: Wagtail's apps that we install, with the folder of each in the package.
APPS = {
    "wagtailcore": "",
    "wagtailadmin": "admin",
    "wagtailimages": "images",
    "wagtaildocs": "documents",
    "wagtailsnippets": "snippets",
    "wagtailusers": "users",
    "wagtailsites": "sites",
    "wagtailredirects": "contrib/redirects",
    "wagtailsettings": "contrib/settings",
    "wagtailembeds": "embeds",
    "wagtailsearch": "search",
}
#: The apps whose screens editors and translators see.
EDITORS = ("wagtailcore", "wagtailadmin", "wagtailimages", "wagtaildocs", "wagtailsnippets")

#: The languages that have an overlay (Django's names of folders) and what it holds. Our
#: administrators read Hungarian, so only its overlay has every app and every screen.
LANGUAGES: dict[str, tuple[str, ...]] = {
    "hu": tuple(APPS),
    **dict.fromkeys(("ar", "ru", "uk", "zh_Hans", "tr", "fa", "vi"), EDITORS),
}

#: Files whose strings only administrators see (or nobody: labels of tables without a screen); a
#: string is left out if all of its places begin with one of these.
ADMINISTRATORS = (
    "admin/forms/collections.py",
    "admin/forms/workflows.py",
    "admin/templates/wagtailadmin/collection_privacy/",
    "admin/templates/wagtailadmin/collections/",
    "admin/templates/wagtailadmin/home/upgrade_notification.html",
    "admin/templates/wagtailadmin/home/whats_new_in_wagtail_version.html",
    "admin/templates/wagtailadmin/permissions/",
    "admin/templates/wagtailadmin/reports/",
    "admin/templates/wagtailadmin/workflows/confirm_",
    "admin/templates/wagtailadmin/workflows/create",
    "admin/templates/wagtailadmin/workflows/edit",
    "admin/templates/wagtailadmin/workflows/in",
    "admin/templates/wagtailadmin/workflows/select_task_type.html",
    "admin/templates/wagtailadmin/workflows/task_",
    "admin/views/collections.py",
    "admin/views/reports/",
    "admin/views/workflows.py",
    "admin/widgets/workflows.py",
    "api/",
    "contrib/",
    "documents/templates/wagtaildocs/permissions/",
    "images/templates/wagtailimages/permissions/",
    "models/api.py",
    "models/reference_index.py",
    "models/sites.py",
)

#: Python code and templates; the scripts of the admin.
DOMAINS = ("django", "djangojs")

OVERLAY = Path(__file__).resolve().parent.parent / "locale" / "wagtail"


def lacking(locale: str, domain: str) -> dict[str, polib.POEntry]:
    """Message ids in scope that no catalogue of the installed Wagtail translates to `locale`."""
    found: dict[str, polib.POEntry] = {}
    for app in LANGUAGES[locale]:
        for entry in _catalogue(app, "en", domain):
            places = found[entry.msgid].occurrences if entry.msgid in found else []
            entry.occurrences = sorted({*places, *_places(app, entry)})
            found[entry.msgid] = entry
    known = {
        entry.msgid
        for app in APPS
        for entry in _catalogue(app, locale, domain)
        if entry.translated()
    }
    everything = LANGUAGES[locale] == tuple(APPS)
    return {
        msgid: entry
        for msgid, entry in sorted(found.items())
        if msgid not in known and (everything or not for_administrators(entry))
    }


def overlay_path(locale: str, domain: str) -> Path:
    return OVERLAY / locale / "LC_MESSAGES" / f"{domain}.po"


def upstream_plural_forms(locale: str) -> str:
    """The rule of Wagtail's own file: Django mixes catalogues best when their rules are equal."""
    return _catalogue("wagtailadmin", locale, "django").metadata["Plural-Forms"]


def form_count(plural_forms: str) -> int:
    """2 of "nplurals=2; plural=(n != 1);"."""
    return int(plural_forms.split("nplurals=")[1].split(";", maxsplit=1)[0])


def for_administrators(entry: polib.POEntry) -> bool:
    return all(file.startswith(ADMINISTRATORS) for file, _ in entry.occurrences)


def renew() -> Iterator[str]:
    """Write the files anew, keeping the translations they hold; a line on each."""
    for locale in LANGUAGES:
        for domain in DOMAINS:
            yield _renew_file(locale, domain)


def _renew_file(locale: str, domain: str) -> str:
    path = overlay_path(locale, domain)
    old = {e.msgid: e for e in polib.pofile(str(path))} if path.exists() else {}
    wanted = lacking(locale, domain)
    if not wanted:
        path.unlink(missing_ok=True)
        return f"{locale} {domain}: Wagtail lacks nothing"
    new = polib.POFile(wrapwidth=100)
    new.metadata = _metadata(locale)
    plurals = form_count(new.metadata["Plural-Forms"])
    for msgid, entry in wanted.items():
        new.append(_translated(entry, old.get(msgid), plurals))
    path.parent.mkdir(parents=True, exist_ok=True)
    new.save(str(path))
    gone = len(old.keys() - wanted.keys())
    return f"{locale} {domain}: {len(new)}, {len(new.untranslated_entries())} empty, {gone} dropped"


def _translated(entry: polib.POEntry, old: polib.POEntry | None, plurals: int) -> polib.POEntry:
    """`entry` with the translation of `old`, in as many forms as the language has."""
    entry.comment = entry.tcomment = ""
    if not entry.msgid_plural:
        entry.msgstr = old.msgstr if old else ""
        return entry
    kept = old.msgstr_plural if old else {}
    entry.msgstr_plural = {form: kept.get(form, "") for form in range(plurals)}
    return entry


def _metadata(locale: str) -> dict[str, str]:
    return {
        "Language": locale,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": upstream_plural_forms(locale),
    }


def _catalogue(app: str, locale: str, domain: str) -> polib.POFile:
    path = _wagtail() / APPS[app] / "locale" / locale / "LC_MESSAGES" / f"{domain}.po"
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def _wagtail() -> Path:
    spec = find_spec("wagtail")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("Wagtail is not installed")
    return Path(spec.submodule_search_locations[0])


def _places(app: str, entry: polib.POEntry) -> list[tuple[str, str]]:
    """The files of `entry` in the package, without line numbers, which change at each release."""
    return [(f"{APPS[app]}/{file}".lstrip("/"), "") for file, _ in entry.occurrences]
