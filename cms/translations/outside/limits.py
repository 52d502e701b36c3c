"""How often somebody may knock: so many times in a minute, counted in the cache."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

MINUTE = 60
#: Keys that open nothing from one address; texts that are saved, and changes to comments, through
#: one link.
WRONG_KEYS, SAVES, NOTES = 10, 120, 20


def is_too_often(name: str, most: int) -> bool:
    """Counts one more of `name`, and says whether that is too many."""
    key = f"outside:{name}"
    if cache.add(key, 1, MINUTE):
        return False
    try:
        return cache.incr(key) > most
    except ValueError:  # forgotten between the two
        return False


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: what the proxy in front says last, else the connection."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))
