"""The budgets of the house: versions, sizes, locks, the table of settings, migrations."""

import ast
import json
import re
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
    text = (ROOT / "package-lock.json").read_text()
    assert "://" not in text
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
    assert all(one["integrity"].startswith("sha512-") for one in packages.values())


def test_the_table_of_settings_is_up_to_date():
    text = operators_page().read_text()
    assert with_table(text) == text


@pytest.mark.django_db(transaction=True)
def test_migrations_run_back_and_forth():
    for app in ("network", "home", "core"):
        call_command("migrate", app, "zero", verbosity=0)
    call_command("migrate", verbosity=0)
    from home.models import HomePage

    assert HomePage.objects.filter(slug="hu", depth=2).exists()


def test_nothing_writes_translations_in_bulk():
    allowed = {
        "propagate.py",
        "change.py",
        "file_uses.py",
        "acts.py",
        "redirects.py",
        "translating.py",
        # tables of strings and states, no pages
        "carry.py",
        "standing.py",
    }
    # rows of tasks, workers, runs and mails have no languages, entries of the search no texts of
    # their own; files of translators, segments and their history fill tables of strings, no pages
    without = {ROOT / "cms/operations" / name for name in ("queue", "schedule", "mail")}
    without |= {ROOT / "search" / name for name in ("indexing", "bench")}
    without |= {
        ROOT / "cms/translations" / name for name in ("exchange", "machine", "segments", "notes")
    }
    for path in SOURCES:
        if path.name not in allowed and path.parent not in without:
            found = re.findall(r"(?<!bar)\.(?:update|bulk_update|bulk_create)\(", path.read_text())
            assert not found, path
    assert Path(ROOT / "cms/core/facts/propagate.py").exists()
