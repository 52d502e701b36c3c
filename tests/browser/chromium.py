"""Chromium for tests: found on the machine, started without a network of its own."""

import os
import shutil

import pytest

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
CHROMIUM = shutil.which("chromium")

#: Marks of every browser test: rows that its server's threads see, and a browser to drive.
MARKS = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        CHROMIUM is None and "CI" not in os.environ, reason="Chromium is not installed"
    ),
]
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
