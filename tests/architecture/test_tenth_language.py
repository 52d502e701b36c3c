"""One entry in cms/languages.py and a home page are a language of the site."""

import json
import os
import subprocess
import sys

from cms.env import ROOT


def test_a_tenth_language_is_one_entry_and_a_home_page():
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.architecture.tenth_settings"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.architecture.tenth_site"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "draft passed by": True, "live": 200, "english": True, "frame": True,
        "switcher": True, "sitemap": True, "first visit": "/de/",
    }  # fmt: skip
