"""The families of the style guide, in the order of its page."""

from collections.abc import Callable
from typing import Any

from home.styleguide.entries import Family
from home.styleguide.families import (
    around,
    blocks,
    library,
    lists,
    network,
    notices,
    recommendations,
    records,
    search,
)

#: Each is made for one request, in its language; the argument is the site's home page.
FAMILIES: tuple[Callable[[Any], Family], ...] = (
    around.family,
    notices.family,
    blocks.family,
    lists.family,
    search.family,
    records.family,
    network.events_family,
    network.services_family,
    network.members_family,
    recommendations.family,
    library.family,
)
