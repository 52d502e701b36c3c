"""Tasks of the tests, in a module of their own so that a worker process finds them."""

from cms.operations.queue import fenced, task


@task(attempts=1)
def seven():
    return 7


@task(attempts=1)
def broken():
    raise RuntimeError("broken on purpose")


@task()
def note_once():
    """One row for the attempt that commits, with the token that ran it."""
    from tests.operations.queue.work import note

    with fenced():
        note("seconds", "done")
