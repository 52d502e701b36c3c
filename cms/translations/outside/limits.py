"""How often somebody may knock: so many times in a minute, counted in the cache."""

from django.core.cache import cache

MINUTE = 60
#: Keys that open nothing from one address, and texts that are saved through one link.
WRONG_KEYS, SAVES = 10, 120


def is_too_often(name: str, most: int) -> bool:
    """Counts one more of `name`, and says whether that is too many."""
    key = f"outside:{name}"
    if cache.add(key, 1, MINUTE):
        return False
    try:
        return cache.incr(key) > most
    except ValueError:  # forgotten between the two
        return False
