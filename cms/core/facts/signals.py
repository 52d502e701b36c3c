"""What the kernel tells upper rooms about facts.

`facts_written(sender, source, page_ids)` is sent inside the transaction for every page whose facts
may have changed, the source included. Receivers only queue tasks; what lies outside the database
acts on commit. `followers` are called inside the transaction for other copies in the database.
"""

from collections.abc import Callable
from typing import Any

from django.dispatch import Signal

facts_written = Signal()

followers: list[Callable[[Any], None]] = []


def follow_facts(follower: Callable[[Any], None]) -> Callable[[Any], None]:
    """Register `follower(source)`: it renews its own copy of the source's facts."""
    if follower not in followers:
        followers.append(follower)
    return follower
