"""The bench tells each figure beside its budget, keeps what other parts found, ends with 1."""

import json

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from cms.operations.bench import PARTS, pages, start, translations
from cms.operations.bench.part import Figure, Part
from cms.operations.management.commands import bench
from tests.bench.asking import ask
from tests.bench.copies import copies
from tests.bench.pages import kind_of, name_of
from tests.factories.pages import make_event, translated

ROW = {
    "name": "event", "kind": "detail", "items": 5, "languages": 2, "database": "sqlite",
    "queries": 9, "duplicates": 0, "cpu_ms": 6.0, "anew_ms": 8.0,
    "html_bytes": 9000, "transfer_bytes": 3000,
}  # fmt: skip


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(bench, "FILE", tmp_path / "bench.json")
    return tmp_path / "bench.json"


def with_part(monkeypatch, value):
    part = Part(lambda: {"rows": [{"name": "one"}]}, lambda row: [Figure("size", value, 10)])
    monkeypatch.setitem(PARTS, "one", part)


def test_cpu_is_told_in_units_of_the_plain_project():
    row = pages.with_units(ROW, 4.0)
    assert row["cpu_units"] == 1.5
    assert set(row) == {
        "name", "kind", "items", "languages", "database", "queries", "duplicates", "cpu_units",
        "anew_units", "html_bytes", "transfer_bytes",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "missed"),
    [({}, []), ({"queries": 11}, ["queries"]), ({"duplicates": 1}, ["twice"]),
     ({"cpu_ms": 7.0}, ["CPU"])],
)  # fmt: skip
def test_each_budget_can_be_missed(change, missed):
    row = pages.with_units({**ROW, **change}, 4.0)
    assert [figure.name for figure in pages.figures(row) if figure.is_missed] == missed


def test_seconds_of_a_start_have_their_limit():
    late, early = ({"seconds": seconds, "limit": 40} for seconds in (41, 39))
    assert [figure.is_missed for row in (late, early) for figure in start.figures(row)] == [
        True, False
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "queries", "missed"),
    [("desk, 200 texts", 15, 0), ("desk, 200 texts", 16, 1), ("overview", 13, 1),
     ("segments of a publication", 27, 1), ("overview as CSV", 99, 0)],
)  # fmt: skip
def test_the_workflow_has_the_budgets_of_its_text(name, queries, missed):
    row = {"name": name, "database": "sqlite", "queries": queries, "cpu_ms": 1.0}
    assert sum(figure.is_missed for figure in translations.figures(row)) == missed


def test_a_missed_budget_ends_with_an_error_and_is_kept(file, monkeypatch, capsys):
    with_part(monkeypatch, 11)
    with pytest.raises(CommandError, match="Budgets missed: 1"):
        call_command("bench", "one")
    assert "size 11 ≤ 10 MISSED" in capsys.readouterr().out
    assert json.loads(file.read_text()) == {"rows": [{"name": "one"}]}


def test_the_figures_of_other_parts_stay(file, monkeypatch):
    file.write_text(json.dumps({"start": [1], "rows": []}))
    with_part(monkeypatch, 9)
    call_command("bench", "one")
    assert json.loads(file.read_text()) == {"start": [1], "rows": [{"name": "one"}]}


def test_an_unknown_part_is_one_sentence(file):
    with pytest.raises(CommandError, match="There is no part nothing"):
        call_command("bench", "nothing")


def test_copies_stand_in_the_list_in_each_language(locales, client):
    event = make_event()
    translated(event)
    copies(event, 3, first=1)
    assert Page.find_problems() == ([], [], [], [], [])
    for code in ("hu", "en"):
        twin = Page.objects.get(translation_key=event.translation_key, locale=locales[code])
        index = twin.get_parent()
        assert index.numchild == 4
        assert client.get(index.url_path).context["listing"].total == 4
        assert client.get(f"{index.url_path}{event.slug}-2/").status_code == 200


@pytest.mark.django_db(transaction=True)  # the end of a request closes the connection
def test_a_page_is_asked_for_its_queries_and_bytes(locales):
    from cms.wsgi import application

    event = make_event()
    asked = ask(application, event.url_path)
    assert 0 < asked.queries <= 10
    assert asked.duplicates == 0
    assert 0 < asked.transfer_bytes < asked.html_bytes
    with pytest.raises(ValueError, match="404"):
        ask(application, "/hu/nincs/")


def test_pages_have_the_names_and_kinds_of_the_file(locales):
    event = make_event()
    assert (name_of(event), kind_of(event)) == ("event", "detail")
    index = event.get_parent().specific
    assert (name_of(index), kind_of(index)) == ("event_index", "listing")
