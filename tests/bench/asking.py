"""Asks a WSGI application for a page: its queries, its CPU time, its bytes."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.db.models import F

WARM = 3
TIMES = 15
ANEW = 5


@dataclass(frozen=True)
class Asked:
    """`cpu_ms`: median of `TIMES` warm requests, in milliseconds of this process' CPU; `anew_ms`:
    of the first ones after content was changed. Queries are those of the latter."""

    queries: int
    duplicates: int
    cpu_ms: float
    anew_ms: float
    html_bytes: int
    transfer_bytes: int


def ask(application: Callable[..., Iterable[bytes]], url: str) -> Asked:
    """Raises ValueError where the page does not answer 200."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _number in range(WARM):
        body(application, url)
    anew = []
    for _number in range(ANEW):
        renew()
        anew.append(cpu_ms(application, url))
    renew()
    with CaptureQueriesContext(connection) as captured:
        html = body(application, url)
    counts = Counter(query["sql"] for query in captured.captured_queries)
    sent = body(application, url, HTTP_ACCEPT_ENCODING="gzip")
    spent = [cpu_ms(application, url) for _number in range(TIMES)]
    return Asked(
        queries=counts.total(), duplicates=sum(n - 1 for n in counts.values()),
        cpu_ms=round(median(spent), 2), anew_ms=round(median(anew), 2),
        html_bytes=len(html), transfer_bytes=len(sent),
    )  # fmt: skip


def renew() -> None:
    """Let nothing count that was kept of content; a plain project keeps nothing."""
    from django.apps import apps

    if apps.is_installed("cms.core"):
        apps.get_model("core", "Generation").objects.update(number=F("number") + 1)


def cpu_ms(application: Callable[..., Iterable[bytes]], url: str) -> float:
    started = time.process_time()
    body(application, url)
    return 1000 * (time.process_time() - started)


def body(application: Callable[..., Iterable[bytes]], url: str, **environ: str) -> bytes:
    from django.test import RequestFactory

    path, _mark, query = url.partition("?")
    asked: dict[str, Any] = RequestFactory()._base_environ(
        PATH_INFO=path, QUERY_STRING=query, HTTP_HOST="localhost", **environ
    )
    status: list[str] = []
    answer = application(asked, lambda said, headers, *rest: status.append(said))
    try:
        content = b"".join(answer)
    finally:
        getattr(answer, "close", lambda: None)()
    if not status[0].startswith("200"):
        raise ValueError(f"{url}: {status[0]}")
    return content
