"""What rooms let every worker do at set intervals."""

import logging

from cms.operations.queue import on_tick, ticks
from cms.operations.queue.ticks import Ticks


def hooks(monkeypatch, *functions):
    monkeypatch.setattr(ticks, "HOOKS", [])
    for function, seconds in functions:
        on_tick(function, seconds)
    return Ticks()


def test_each_hook_is_called_at_its_interval(monkeypatch):
    called = []
    now = [100.0]
    monkeypatch.setattr(ticks.time, "monotonic", lambda: now[0])
    each = hooks(
        monkeypatch, (lambda: called.append("fast"), 1), (lambda: called.append("slow"), 5)
    )
    for second in range(7):
        now[0] = 100.0 + second
        each.run()
        each.run()
    assert called.count("fast") == 7
    assert called.count("slow") == 2


def test_a_fault_in_one_is_logged_and_the_next_one_called(monkeypatch, caplog):
    called = []

    def broken():
        raise ValueError("broken")

    with caplog.at_level(logging.ERROR):
        hooks(monkeypatch, (broken, 1), (lambda: called.append(1), 1)).run()
    assert called == [1]
    assert "hook failed" in caplog.text
