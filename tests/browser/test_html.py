"""The Nu Html Checker (which stands behind the W3C's) finds nothing on any page type."""

import json
import shutil
import subprocess

import pytest

from cms.env import ROOT
from tests.browser.addresses import addresses, fetched

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
pytestmark = pytest.mark.skipif(
    not (CHECKER.exists() and shutil.which("java")),
    reason="The HTML validator or Java is missing: `make validator` installs them",
)
#: Advice on headings that no standard asks for; test_accessibility_tree.py reads them in order.
ADVICE = r"(Article|Section) lacks heading.*|Consider using the .h1. element.*"


def faults(*files):
    """What the checker says, as (file, line, message)."""
    said = subprocess.run(
        ["java", "-jar", CHECKER, "--format", "json", "--filterpattern", ADVICE, *files],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return [
        (found["url"].rpartition("/")[2], found.get("lastLine"), found["message"])
        for found in json.loads(said.stderr)["messages"]
    ]


@pytest.mark.django_db(transaction=True)
def test_every_page_type_is_valid(every, tmp_path):
    files = []
    for number, path in enumerate(addresses(every, "hu", "en", "ar")):
        files.append(tmp_path / f"{number}{path.partition('?')[0].replace('/', '_')}.html")
        files[-1].write_text(fetched(path), encoding="utf-8")
    assert faults(*files) == []


def test_the_checker_sees_a_fault(tmp_path):
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="hu"><title>A</title><p><h1 id="a b">A</h1></p>')
    assert {line for _, line, _ in faults(page)} == {1}
