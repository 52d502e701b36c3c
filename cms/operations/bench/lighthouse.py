"""What Lighthouse says of five pages of the demo, as a phone loads them from `cms.serve`.

Each page is asked before it is measured, so that the figures are those of a server at work; each
figure is the median of `RUNS` runs, since the time that a machine takes varies.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from statistics import median
from typing import Any

from django.core.management import CommandError
from tqdm import tqdm

from cms.env import ROOT
from cms.operations.bench.part import Figure, Part, Row
from cms.operations.bench.serving import ask, free_port, served

RUNS = 3
WARM = 6
#: Seconds for one run; it takes a dozen.
PATIENCE = 300
PROGRAM = ROOT / "node_modules" / "lighthouse" / "cli" / "index.js"
CHROMIUM_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
PAGES = {
    "home": "/hu/",
    "event": "/hu/esemenyek/minta-korabbi-ules/",
    "recommendation": "/hu/ajanlasok/minta-lakhatas/",
    "search": "/hu/search/?q=minta",
    "publication": "/hu/kiadvanyok/emberi-jogok-egyetemes-nyilatkozata/",
}
#: Lighthouse's categories, and the least score of each.
LEAST = {"performance": 0.98, "accessibility": 1, "best-practices": 1, "seo": 1}
#: What the score of performance is made of, by Lighthouse's names: milliseconds, a ratio, bytes.
AUDITS = {
    "first-contentful-paint": "first_paint_ms",
    "largest-contentful-paint": "largest_paint_ms",
    "speed-index": "speed_index_ms",
    "total-blocking-time": "blocking_ms",
    "cumulative-layout-shift": "layout_shift",
    "total-byte-weight": "transfer_bytes",
}


def measure() -> dict[str, list[Row]]:
    port = free_port()
    command = [sys.executable, "manage.py", "demo", "--port", str(port)]
    chromium()  # said before the demo is made
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        served(command, ROOT, port, DATA_DIR=folder),
    ):
        site = f"http://127.0.0.1:{port}"
        shown = tqdm(PAGES.items(), unit="page", disable=not sys.stderr.isatty())
        return {"lighthouse": [measured(name, site + path) for name, path in shown]}


def measured(name: str, url: str) -> Row:
    for _number in range(WARM):
        ask(url)
    return row_of(name, [report(url) for _number in range(RUNS)])


def report(url: str, *options: str) -> dict[str, Any]:
    """One run of Lighthouse with its phone. Raises RuntimeError where the page did not load."""
    command = [
        "node", str(PROGRAM), url, "--quiet", "--output=json", "--no-enable-error-reporting",
        f"--chrome-flags={CHROMIUM_FLAGS}", *options,
    ]  # fmt: skip
    settings = os.environ | {"CHROME_PATH": chromium()}
    said = subprocess.run(  # noqa: S603  (a package of the lock file)
        command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, check=True, timeout=PATIENCE
    )
    found: dict[str, Any] = json.loads(said.stdout)
    if "runtimeError" in found:
        raise RuntimeError(found["runtimeError"]["message"])
    return found


def chromium() -> str:
    """Where Chromium is. Raises CommandError where it, Node.js or Lighthouse is missing."""
    found = shutil.which("chromium")
    if found is None or shutil.which("node") is None or not PROGRAM.exists():
        raise CommandError(
            "Lighthouse needs Chromium, Node.js and `npm ci --ignore-scripts`: one is missing."
        )
    return found


def row_of(name: str, reports: list[dict[str, Any]]) -> Row:
    """Medians of the runs, and the audits that any of them counts as lost."""
    row: Row = {"name": name, "url": reports[0]["finalDisplayedUrl"]}
    for category in LEAST:
        scores = [report["categories"][category]["score"] for report in reports]
        row[category.replace("-", "_")] = median(scores)
    for audit, key in AUDITS.items():
        values = [report["audits"][audit]["numericValue"] for report in reports]
        row[key] = round(median(values), 3)
    row["lost"] = sorted({audit for report in reports for audit in lost(report)})
    # of the machine: a slower one gets a worse score of performance for the same page
    row["benchmark_index"] = median(report["environment"]["benchmarkIndex"] for report in reports)
    return row


def lost(report: dict[str, Any]) -> list[str]:
    """Audits that count in a score and are not passed in full."""
    return [
        ref["id"]
        for category in report["categories"].values()
        for ref in category["auditRefs"]
        if ref["weight"] and (report["audits"][ref["id"]]["score"] or 0) < 1
        and report["audits"][ref["id"]]["scoreDisplayMode"] not in {"manual", "notApplicable"}
    ]  # fmt: skip


def figures(row: Row) -> list[Figure]:
    return [
        Figure(category, row[category.replace("-", "_")], least, at_least=True)
        for category, least in LEAST.items()
    ]


PART = Part(measure, figures)
