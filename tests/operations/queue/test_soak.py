"""The short form of `make soak-queue`: nothing is lost, nothing runs twice at once."""

import pytest

from tests.operations.queue.conftest import FAST
from tests.operations.queue.soak import Plan, Soak

pytestmark = pytest.mark.django_db


def test_nothing_is_lost_under_kills(shared, database):
    plan = Plan(tasks=40, kill_every=0.6, tree_every=2.5, patience=180, timing=FAST)
    found = Soak(shared[1], plan).run()
    assert found.is_whole, found
    assert found.tasks >= 40
    assert found.kills >= 3
    assert found.web_requests > 20
    assert 0 < found.recovery_max < 10
