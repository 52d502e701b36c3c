"""The service that drafts translations, from one address, as in `MACHINE_TRANSLATION_URL` (see
`cms.env`)."""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

#: Seconds that the service may take for one answer.
TIMEOUT, LONGEST = 20, 60
#: How each kind of address is asked.
SCHEMES: dict[str, tuple[Literal["libretranslate", "deepl"], str]] = {
    "libretranslate+http": ("libretranslate", "http"),
    "libretranslate+https": ("libretranslate", "https"),
    "deepl": ("deepl", "https"),
    "deepl+http": ("deepl", "http"),
}
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class Service:
    """`address` without a slash at its end; `timeout` in seconds."""

    kind: Literal["libretranslate", "deepl"]
    address: str
    key: str = field(default="", repr=False)
    timeout: int = TIMEOUT


def service_of(address: str) -> Service | None:
    """None where no service is named; raises ValueError with half a sentence."""
    if not address:
        return None
    try:
        url = urlsplit(address)
        _ = url.port
    except ValueError as error:
        raise ValueError("has a wrong host or port.") from error
    if url.scheme not in SCHEMES:
        raise ValueError("starts with neither libretranslate+https:// nor deepl://.")
    if url.fragment:
        raise ValueError("contains a #: write it as %23.")
    if not url.hostname:
        raise ValueError("names no server: write deepl://key@api-free.deepl.com.")
    return _service(url, url.hostname)


def _service(url: SplitResult, host: str) -> Service:
    kind, scheme = SCHEMES[url.scheme]
    # keys of DeepL's free plan end in ":fx"
    key = unquote(url.username or "") + (f":{unquote(url.password)}" if url.password else "")
    if not key.isascii() or not key.isprintable() or " " in key:
        raise ValueError("has a key with a sign that no key has.")
    if kind == "deepl" and not key:
        raise ValueError("has no key: write deepl://key@api-free.deepl.com.")
    if scheme == "http" and host not in LOOPBACK and (key or kind == "deepl"):
        raise ValueError("would send the key unencrypted: ask the service by https.")
    shown = f"[{host}]" if ":" in host else host
    port = f":{url.port}" if url.port else ""
    return Service(kind, f"{scheme}://{shown}{port}{url.path.rstrip('/')}", key, _timeout(url))


def _timeout(url: SplitResult) -> int:
    options = dict(parse_qsl(url.query, keep_blank_values=True))
    if unknown := sorted(set(options) - {"timeout"}):
        raise ValueError(f"has an unknown option: {unknown[0]}.")
    text = options.get("timeout", str(TIMEOUT))
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= LONGEST:
        raise ValueError(f"has a wrong timeout: it is a number of seconds from 1 to {LONGEST}.")
    return int(text)
