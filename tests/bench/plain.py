"""The unit of CPU: the home page of a plain `wagtail start` project, asked in a process of its own.

`python -m tests.bench.plain` makes the project in a folder that goes with it and prints one row.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.asking import Asked, ask

SETTINGS = """
from plain.settings.base import *
DEBUG = False
SECRET_KEY = "for a measurement"
ALLOWED_HOSTS = ["*"]
"""


def run(*command: str, cwd: Path) -> None:
    kept = {k: v for k, v in os.environ.items() if k not in {"DJANGO_SETTINGS_MODULE", "DATA_DIR"}}
    subprocess.run(command, cwd=cwd, env=kept, check=True, stdout=subprocess.DEVNULL)


def make(folder: Path) -> None:
    """A project as `wagtail start` makes it, with its database and its static files."""
    run(str(Path(sys.executable).with_name("wagtail")), "start", "plain", str(folder), cwd=folder)
    (folder / "plain" / "settings" / "bench.py").write_text(SETTINGS)
    for command in (["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"]):
        options = ["--settings", "plain.settings.bench"]
        run(sys.executable, "manage.py", *command, *options, cwd=folder)


def measured(folder: Path) -> Asked:
    sys.path.insert(0, str(folder))
    os.chdir(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "plain.settings.bench"
    from django.core.wsgi import get_wsgi_application

    return ask(get_wsgi_application(), "/")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="plain-") as name:
        make(Path(name))
        print(json.dumps(measured(Path(name)).__dict__))


if __name__ == "__main__":
    main()
