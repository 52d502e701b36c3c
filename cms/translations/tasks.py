"""Work of the localisation workflow that the queue does."""

from cms.operations.queue import task
from cms.translations.mails.urgent import urgent_watched
from cms.translations.refresh import source_refresh
from cms.translations.standing import states_refresh


@task(queue="translations")
def refresh_source(page_id: int, minor: bool = False) -> None:
    """Idempotent: a source that says what it said changes nothing."""
    with urgent_watched(page_id):
        source_refresh(page_id, minor=minor)


@task(queue="translations")
def refresh_states(key: str) -> None:
    """`key` is the translation key of a source and its translations."""
    states_refresh(key)
