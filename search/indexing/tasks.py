"""Tasks that keep the index true: queued in the transaction of their cause, called by id.

An engine that is down keeps them waiting: they try again without end.
"""

from collections.abc import Iterable

from django.db.models import Q
from wagtail.models import Page

from cms.core.registries import page_types
from cms.operations.queue import Retry, task
from search.analysis.libraries import prepare
from search.engines.port import EngineDown
from search.indexing.scopes import Scope
from search.indexing.writing import entries_keep
from search.models import SearchDocument

#: Seconds until an engine that was down is asked again.
ASK_AGAIN = 30
#: Seconds: a file of 2,000 pages takes a minute or two.
LONGEST_READ = 900
DOWN = "The index cannot be written."


@task(queue="search", attempts=None)
def index_page(page_id: int) -> None:
    """The page's entry, and those of the files that it shows or showed."""
    before = files_of(page_id)
    # the first task of a new site: visitors then wait for no dictionary
    prepare()
    try:
        entries_keep(Scope("page", page_id))
    except EngineDown as error:
        raise Retry(after=ASK_AGAIN, reason=DOWN) from error
    # also where nothing of the page changed that is searched: it may have closed its files
    queue_files(sorted(before | files_of(page_id)))


def files_of(page_id: int) -> set[int]:
    """Documents that the page showed when it was indexed last."""
    rows = SearchDocument.objects.filter(page_id=page_id).values_list("files", flat=True)
    return {pk for files in rows for pk in files}


@task(queue="slow", attempts=None, limit=LONGEST_READ)
def index_file(file_id: int) -> None:
    try:
        entries_keep(Scope("file", file_id))
    except EngineDown as error:
        raise Retry(after=ASK_AGAIN, reason=DOWN) from error


@task(queue="search")
def index_tree(page_id: int) -> None:
    """A page and all below it: a restriction or a move changes what visitors see of them."""
    page = Page.objects.filter(pk=page_id).first()
    if page is not None:
        queue_pages(page.get_descendants(inclusive=True).values_list("pk", flat=True))


@task(queue="search")
def index_topic(topic_id: int) -> None:
    queue_pages(pages_about(topic_id))


def pages_about(topic_id: int) -> list[int]:
    """Live pages about a topic or about one below it."""
    ids: set[int] = set()
    for model in page_types():
        about = Q(topics=topic_id) | Q(topics__broader=topic_id)
        about |= Q(topics__broader__broader=topic_id)
        ids |= set(model.objects.filter(about, live=True).values_list("pk", flat=True))
    return sorted(ids)


def queue_pages(ids: Iterable[int]) -> None:
    for pk in ids:
        index_page.enqueue(pk)


def queue_files(ids: Iterable[int]) -> None:
    for pk in ids:
        index_file.enqueue(pk)
