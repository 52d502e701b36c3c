"""The budgets of the house: versions, sizes, locks, the table of settings, migrations."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import django
import pytest
import wagtail
from django.core.management import call_command

from cms.docs import operators_page, with_table
from cms.env import ROOT

ROOMS = ("cms", "home", "network", "resources", "search")
SOURCES = [
    path
    for room in ROOMS
    for path in (ROOT / room).rglob("*.py")
    if "migrations" not in path.parts and path.read_text().strip()
]


def test_versions():
    assert wagtail.VERSION[:3] == (8, 0, 1)
    assert django.VERSION[:2] == (5, 2)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_source_files(path):
    text = path.read_text()
    tree = ast.parse(text)
    assert text.count("\n") <= 300
    assert ast.get_docstring(tree), "a module says what it is for"
    assert path.stem not in {"utils", "helpers", "common", "misc"}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 40, node.name
        if isinstance(node, ast.ClassDef):
            assert node.end_lineno - node.lineno < 200, node.name


def test_templates_and_tests_are_small():
    for path in (ROOT / "templates").rglob("*.html"):
        assert path.read_text().count("\n") <= 80, path
    for path in (ROOT / "tests").rglob("*.py"):
        assert path.read_text().count("\n") <= 300, path


def test_lock_files_hold_hashes_and_no_addresses():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        assert text.count("--hash=sha256:") > 100


def test_the_table_of_settings_is_up_to_date():
    text = operators_page().read_text()
    assert with_table(text) == text


def start(**variables):
    environment = {**os.environ, **variables}
    for name in ("TEST_DATABASE_URL", "DJANGO_ALLOW_ASYNC_UNSAFE"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "manage.py", "check", *variables.get("ARGS", "").split()],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://a/b"),
        ("CACHE_URL", "redis://localhost"),
        ("SECRET_KEY", "short"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_one_sentence(name, value):
    result = start(**{name: value, "DJANGO_SETTINGS_MODULE": "cms.settings.development"})
    assert result.returncode == 2
    assert re.fullmatch(rf"{name} is wrong: .+\.\n", result.stderr)


def test_production_settings_have_no_warnings(tmp_path):
    result = start(
        DJANGO_SETTINGS_MODULE="cms.settings.production", SECRET_KEY="aB3-cD4_eF5" * 6,
        ALLOWED_HOSTS="example.org", DATA_DIR=str(tmp_path), ARGS="--deploy",
        BASE_URL="https://example.org",
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "WARNINGS" not in result.stderr


@pytest.mark.django_db(transaction=True)
def test_migrations_run_back_and_forth():
    for app in ("network", "home", "core"):
        call_command("migrate", app, "zero", verbosity=0)
    call_command("migrate", verbosity=0)
    from home.models import HomePage

    assert HomePage.objects.filter(slug="hu", depth=2).exists()


def test_nothing_writes_translations_in_bulk():
    allowed = {"propagate.py", "change.py", "file_uses.py", "acts.py"}
    for path in SOURCES:
        if path.name not in allowed:
            found = re.findall(r"(?<!bar)\.(?:update|bulk_update|bulk_create)\(", path.read_text())
            assert not found, path
    assert Path(ROOT / "cms/core/facts/propagate.py").exists()
