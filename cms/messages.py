"""Extracts the interface's strings (with gettext) and compiles its translations (with polib)."""

import subprocess
import sys
from pathlib import Path

import polib
from django.utils.translation import to_locale

from cms.languages import BY_CODE, FALLBACK
from cms.overlay import renew

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"


def compile_all() -> int:
    """Write a .mo beside each .po that is newer; how many were written."""
    written = 0
    for po in sorted(LOCALE.glob("**/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            polib.pofile(str(po)).save_as_mofile(str(mo))
            written += 1
    return written


def extract(root: Path = ROOT) -> None:
    """Renew the .po files beneath `root`; the same files on every machine and at every time."""
    folders = ["cms", "home", "network", "resources", "search", "templates"]
    ignored = [f"--ignore={name.name}" for name in root.iterdir() if name.name not in folders]
    # the code's own strings are English
    languages = [f"--locale={to_locale(code)}" for code in BY_CODE if code != FALLBACK]
    command = [
        sys.executable, "manage.py", "makemessages", *languages, "--no-wrap", "--no-obsolete",
        "--add-location=file", *ignored,
    ]  # fmt: skip
    subprocess.run(command, cwd=root, check=True)  # noqa: S603  (a command of our own)
    for path in sorted((root / "locale").glob("*/LC_MESSAGES/*.po")):
        plain_header(path)


def plain_header(path: Path) -> None:
    """Leave what a reader of the file needs, and no time and no name."""
    messages = polib.pofile(str(path), wrapwidth=0)
    plurals = messages.metadata["Plural-Forms"]
    messages.header, messages.metadata_is_fuzzy = "", False
    messages.metadata = {
        "Language": path.parts[-3], "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plurals,
    }  # fmt: skip
    messages.save(str(path))


if __name__ == "__main__":
    if sys.argv[1:] == ["extract"]:
        extract()
    elif sys.argv[1:] == ["overlay"]:
        sys.stdout.writelines(f"{line}\n" for line in renew())
    else:
        compile_all()
