"""Asks a WSGI application for a page: its queries, its CPU time, its bytes."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any

WARM = 3
TIMES = 15


@dataclass(frozen=True)
class Asked:
    """`cpu_ms`: median of `TIMES` warm requests, in milliseconds of this process' CPU."""

    queries: int
    duplicates: int
    cpu_ms: float
    html_bytes: int
    transfer_bytes: int


def ask(application: Callable[..., Iterable[bytes]], url: str) -> Asked:
    """Raises ValueError where the page does not answer 200."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for _number in range(WARM):
        body(application, url)
    with CaptureQueriesContext(connection) as captured:
        html = body(application, url)
    counts = Counter(query["sql"] for query in captured.captured_queries)
    sent = body(application, url, HTTP_ACCEPT_ENCODING="gzip")
    spent = []
    for _number in range(TIMES):
        started = time.process_time()
        body(application, url)
        spent.append(1000 * (time.process_time() - started))
    return Asked(
        queries=counts.total(), duplicates=sum(n - 1 for n in counts.values()),
        cpu_ms=round(median(spent), 2), html_bytes=len(html), transfer_bytes=len(sent),
    )  # fmt: skip


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
