"""Work of releases that the queue does."""

from cms.operations.queue import task
from cms.translations.releases.publishing import translations_publish


@task(queue="translations", limit=900)
def publish_translations(release_id: int) -> int:
    """Idempotent: it goes on where an earlier run was broken off."""
    return translations_publish(release_id)
