"""`manage.py search_quality`: figures of the production query path on a small file of ours."""

import gzip
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from search.quality import scores

FILE = Path(__file__).parent / "judgments" / "hu.jsonl.gz"
FIGURES = {"n", "precision", "recall", "f1", "ndcg@10", "zero"}


@pytest.fixture(autouse=True)
def own_database(django_db_blocker):
    """The command makes a database of its own, of which no test's guard knows."""
    with django_db_blocker.unblock():
        yield


def run(path, *options):
    out = StringIO()
    call_command("search_quality", path, *options, stdout=out)
    return out.getvalue()


def test_figures_by_kind(capsys):
    found = json.loads(run(FILE, "--language", "hu", "--engine", "sqlite", "--json"))
    assert set(found) == {"kinds"}
    assert set(found["kinds"]) == {"lemma", "form", "noaccent", "typo", "compound"}
    assert all(set(one) == FIGURES for one in found["kinds"].values())
    assert found["kinds"]["lemma"]["n"] == 2
    assert all(one["ndcg@10"] == 1 for one in found["kinds"].values())
    assert all(one["zero"] == 0 for one in found["kinds"].values())
    assert "search_corpus" not in connections.databases


def test_a_table_for_people(capsys):
    lines = run(FILE, "--language", "hu").splitlines()
    assert lines[0].split() == ["kind", "n", "precision", "recall", "f1", "ndcg@10", "zero"]
    assert len(lines) == 6


def test_the_language_decides(capsys):
    found = json.loads(run(FILE, "--language", "vi", "--json"))
    assert found["kinds"]["lemma"]["ndcg@10"] < 1


def test_only_json_on_standard_output():
    command = [sys.executable, "manage.py", "search_quality", str(FILE), "--language", "hu"]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)
    assert set(json.loads(done.stdout)) == {"kinds"}
    assert "query" in done.stderr


def zipped(content: bytes) -> bytes:
    """Without the time of day: each process of the tests names them by their bytes."""
    return gzip.compress(content, mtime=0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read"),
        (b"no gzip", "cannot be read"),
        (zipped(b"no json"), "is no file of judgments"),
        (zipped(b'"text"\n'), "is no file of judgments"),
        (zipped(b'{"type": "document", "id": 1}\n'), "is no file of judgments"),
        (zipped(b'{"type": "document", "id": 1, "text": "a"}\n'), "holds no documents"),
        (zipped(b"a" * 999)[:-9], "is no file of judgments"),
        (zipped(b""), "holds no documents"),
    ],
)
def test_a_file_that_is_none_is_one_sentence(tmp_path, content, sentence):
    path = tmp_path / "file.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=sentence):
        run(path, "--language", "hu")


def test_a_language_that_is_none(tmp_path):
    with pytest.raises(CommandError, match="xx is none of hu"):
        run(FILE, "--language", "xx")
    with pytest.raises(CommandError, match="invalid choice"):
        run(FILE, "--language", "hu", "--engine", "none")


def test_scores():
    assert scores([1, 2], {1, 2})["ndcg@10"] == 1
    assert scores([3, 1], {1})["ndcg@10"] == pytest.approx(0.6309, abs=1e-4)
    assert scores([1, 2, 3, 4], {1, 9})["f1"] == pytest.approx(1 / 3)
    assert scores([], {1})["zero"] == 1
