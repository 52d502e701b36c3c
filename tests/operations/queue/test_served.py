"""The workers under the supervisor of the site, as `make demo` starts them: Ctrl-C ends it all."""

import os
import signal
import subprocess
import sys

import pytest

from cms.env import ROOT
from cms.operations.models import Worker
from tests.operations.queue import work
from tests.operations.queue.conftest import effects, until
from tests.operations.queue.nursery import children, stat

pytestmark = pytest.mark.django_db

PROGRAM = """
import sys
from cms import serve
web = [sys.executable, "-c", "import time; time.sleep(60)"]
sys.exit(serve.Supervisor({"web server": web, "queue worker": serve.queue_worker()}).run())
"""


@pytest.fixture
def site(database, tmp_path):
    variables = {
        "DATABASE_URL": database.url,
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "tests.operations.queue.settings",
        "WORKERS": "2",
    }
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT, env=os.environ | variables, start_new_session=True, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    yield process
    process.kill()
    process.wait()


def everything_beneath(pid):
    return [pid] + [each for child in children(pid) for each in everything_beneath(child)]


def test_ctrl_c_ends_web_server_and_workers_and_leaves_nothing(site):
    until(lambda: Worker.objects.count() == 2, 60)
    work.start_and_sleep.enqueue("served", 1)
    until(lambda: effects("served") == ["started"])
    pids = everything_beneath(site.pid)
    assert len(pids) == 5  # supervisor, web server, parent, two workers
    os.killpg(site.pid, signal.SIGINT)
    assert site.wait(15) == 0
    assert effects("served") == ["started", "done"]
    assert not any(map(stat, pids))
    assert not Worker.objects.exists()
