"""What the operators see of the search: a nightly comparison, and whether the engine answers."""

from datetime import time

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cms.operations.health.registry import Check, register_health
from cms.operations.queue import Retry, task
from cms.operations.schedule.registry import Job, register_job
from cms.operations.schedule.rules import Daily
from search.engines.current import engine
from search.engines.port import EngineDown, Plan
from search.indexing.drift import index_drift, index_mend
from search.indexing.tasks import ASK_AGAIN, DOWN


@task(queue="slow", attempts=3, limit=1800)
def mend_index() -> int:
    """How many pages, files and entries were put right; files open on a day, too (an embargo)."""
    try:
        drift = index_drift()
        index_mend(drift)
    except EngineDown as error:
        raise Retry(after=ASK_AGAIN, reason=DOWN) from error
    return len(drift.scopes) + len(drift.lacking) + len(drift.foreign)


def answers() -> str:
    try:
        engine().find({"": Plan()})
    except EngineDown:
        return gettext("The engine of the search does not answer.")
    return ""


def _mended(count: int) -> str:
    return ngettext("%(count)d entry put right", "%(count)d entries put right", count) % {
        "count": count
    }


def register() -> None:
    register_job(Job("search", _("Index of the search"), Daily(time(0, 10)), mend_index, _mended))
    register_health(Check("search", _("Search"), answers))
