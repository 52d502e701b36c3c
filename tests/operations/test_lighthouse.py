"""Scores of Lighthouse: medians of the runs, what was lost, and what is missing on the machine."""

import sys

import pytest
from django.core.management import CommandError

from cms.env import ROOT
from cms.operations.bench import lighthouse
from cms.operations.bench.serving import bare_environment, free_port, served

PERFORMANCE = {audit: {"score": 1, "numericValue": 900.25} for audit in lighthouse.AUDITS}


def report_with(performance=1.0, seo=1.0, description=1):
    """A run in the form of Lighthouse's JSON."""
    scores = dict.fromkeys(lighthouse.LEAST, 1.0) | {"performance": performance, "seo": seo}
    audits = PERFORMANCE | {
        "meta-description": {"score": description},
        "canonical": {"score": None, "scoreDisplayMode": "notApplicable"},
        "structured-data": {"score": None, "scoreDisplayMode": "manual"},
    }
    refs = [
        {"id": "meta-description", "weight": 1}, {"id": "canonical", "weight": 1},
        {"id": "structured-data", "weight": 0},
    ]  # fmt: skip
    categories = {name: {"score": score, "auditRefs": []} for name, score in scores.items()}
    categories["seo"]["auditRefs"] = refs
    return {
        "finalDisplayedUrl": "http://127.0.0.1/hu/", "categories": categories,
        "audits": {name: {"scoreDisplayMode": "binary", **audit} for name, audit in audits.items()},
        "environment": {"benchmarkIndex": 1500},
    }  # fmt: skip


def missed(row):
    return [figure.name for figure in lighthouse.figures(row) if figure.is_missed]


def test_a_row_has_the_medians_of_its_runs():
    row = lighthouse.row_of("home", [report_with(score) for score in (0.7, 0.99, 0.98)])
    assert row["performance"] == 0.98
    assert (row["accessibility"], row["best_practices"], row["seo"]) == (1, 1, 1)
    assert row["first_paint_ms"] == row["transfer_bytes"] == 900.25
    assert (row["name"], row["lost"], row["benchmark_index"]) == ("home", [], 1500)
    assert missed(row) == []


def test_each_score_has_a_least_and_says_what_it_lost():
    runs = [report_with(0.97, 0.9, description=0) for _number in range(3)]
    row = lighthouse.row_of("home", runs)
    assert missed(row) == ["performance", "seo"]
    assert row["lost"] == ["meta-description"]
    assert str(lighthouse.figures(row)[0]) == "performance 0.97 ≥ 0.98 MISSED"
    assert str(lighthouse.figures(row)[1]) == "accessibility 1 ≥ 1"


#: `python -m http.server` asks the machine's resolver for its full name first.
SERVER = """
import http.server, socketserver, sys
address = ("127.0.0.1", int(sys.argv[1]))
socketserver.TCPServer(address, http.server.SimpleHTTPRequestHandler).serve_forever()
"""


def test_what_is_missing_is_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(lighthouse, "PROGRAM", tmp_path / "index.js")
    with pytest.raises(CommandError, match="npm ci"):
        lighthouse.measure()


def test_a_site_that_ends_before_its_first_page_is_not_waited_for():
    command = [sys.executable, "-c", "raise SystemExit(3)"]
    with pytest.raises(RuntimeError, match="ended with 3"), served(command, ROOT, free_port()):
        pytest.fail("there is no site")


def test_a_measured_site_is_a_web_server_of_its_own_and_ends_afterwards(tmp_path):
    (tmp_path / "hu").mkdir()
    port = free_port()
    command = [sys.executable, "-c", SERVER, str(port)]
    with served(command, tmp_path, port) as seconds:
        assert 0 < seconds < 60
    with pytest.raises(OSError, match="refused"):
        lighthouse.ask(f"http://127.0.0.1:{port}/hu/")


def test_a_measured_site_knows_nothing_of_the_one_at_hand(monkeypatch):
    for name in ("DATABASE_URL", "DATA_DIR", "DJANGO_SETTINGS_MODULE", "SECRET_KEY"):
        monkeypatch.setenv(name, "own")
    assert "own" not in bare_environment().values()
    assert "PATH" in bare_environment()
