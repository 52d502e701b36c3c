"""Facts of translations that are no longer the source's, after a bulk write or a restore."""

import logging

from django.db import transaction

from cms.core.facts.drift import drift_everywhere
from cms.core.facts.propagate import propagate

logger = logging.getLogger(__name__)


def facts_repair() -> int:
    """Write the source's facts wherever a translation has others; how many sources that were.

    Each source in a transaction of its own, read anew under its lock: an editor may be at it.
    """
    found = drift_everywhere()
    for source, page_ids in found:
        with transaction.atomic():
            rows = type(source)._base_manager.select_for_update(of=("self",)).filter(pk=source.pk)
            if rows.values_list("pk").first():
                propagate(type(source)._base_manager.get(pk=source.pk))
        logger.warning(
            "facts of translations were not the source's and were put right",
            extra={"source": source.pk, "pages": sorted(page_ids)},
        )
    return len(found)
