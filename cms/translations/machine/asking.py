"""Asks a machine translation service: one request with JSON, within a time and a size.

No redirect is followed, since the key would go where it leads, and nothing is asked twice.
"""

import json
import logging
import time
from typing import Any

import urllib3
from urllib3.exceptions import HTTPError, ReadTimeoutError

from cms.machine_url import Service
from cms.translations.machine.faults import BY_STATUS, Fault, MachineFault

#: Bytes of an answer: a request has 128 KiB at most, and JSON may write each letter as six.
LARGEST = 2 * 1024 * 1024
#: Bytes that are read at once; seconds that a connection may take to come about.
CHUNK, CONNECT = 64 * 1024, 5

logger = logging.getLogger(__name__)


def asked(service: Service, path: str, body: Any, headers: dict[str, str] | None = None) -> Any:
    """What the service answers, read as JSON. Raises MachineFault."""
    try:
        return _asked(service, path, body, headers or {})
    except MachineFault as error:
        logger.warning(
            "no machine translation", extra={"service": service.kind, "fault": error.fault.value}
        )
        raise


def _asked(service: Service, path: str, body: Any, headers: dict[str, str]) -> Any:
    until = time.monotonic() + service.timeout
    limits = urllib3.Timeout(connect=min(CONNECT, service.timeout), read=service.timeout)
    try:
        with (
            urllib3.PoolManager(retries=False, timeout=limits) as pool,
            pool.request(
                "POST", service.address + path, json=body, headers=headers, redirect=False,
                preload_content=False,
            ) as answer,
        ):  # fmt: skip
            if answer.status != 200:
                raise MachineFault(BY_STATUS.get(answer.status, Fault.ERROR))
            content = _read(answer, until)
    except ReadTimeoutError as error:
        raise MachineFault(Fault.SLOW) from error
    except (HTTPError, OSError) as error:
        raise MachineFault(Fault.AWAY) from error
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise MachineFault(Fault.RUBBISH) from error


def _read(answer: urllib3.BaseHTTPResponse, until: float) -> bytes:
    """All of it; a time-out of the library is one of each piece, and there may be many."""
    content = b""
    while piece := answer.read1(CHUNK):
        content += piece
        if len(content) > LARGEST:
            raise MachineFault(Fault.RUBBISH)
        if time.monotonic() > until:
            raise MachineFault(Fault.SLOW)
    return content


def texts_in(found: Any, number: int) -> list[str]:
    """`found` if it is so many texts. Raises MachineFault."""
    if not isinstance(found, list) or len(found) != number:
        raise MachineFault(Fault.RUBBISH)
    if not all(isinstance(one, str) and is_storable(one) for one in found):
        raise MachineFault(Fault.RUBBISH)
    return found


def is_storable(text: str) -> bool:
    """JSON can hold half of a character, which no database takes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
