"""The time limit of a task in real workers, whatever the task does when it comes."""

import pytest

from tests.operations.queue import work
from tests.operations.queue.conftest import effects, finished, until
from tests.operations.queue.nursery import stat
from tests.operations.queue.test_worker import pid_of, started

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("task", [work.sleep_too_long, work.swallow])
def test_the_exception_ends_what_waits(workers, task):
    tree = workers.start(1)
    result = task.enqueue("slow one")
    victim = pid_of(started(result))
    (row,) = finished(result)
    assert row.exception_class_path.endswith(".TimeLimitExceeded")
    assert effects("slow one") == ["started"]
    # broken off anywhere: a fresh process goes on
    until(lambda: stat(victim) is None)
    until(lambda: len(tree.workers()) == 1)
    assert finished(work.write.enqueue("next"))[0].status == "SUCCESSFUL"


def test_the_end_of_the_process_ends_what_holds_the_interpreter(shared, workers):
    workers.start(2)
    (row,) = finished(work.hold_the_interpreter.enqueue("held"))
    assert row.exception_class_path.endswith(".WorkerGone")
    assert "limit 1 s" in row.traceback
    assert "Timeout (0:00:02)!" in shared[1].logged()
    assert "hold_the_interpreter" in shared[1].logged()
