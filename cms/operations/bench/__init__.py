"""What `make bench` measures: one module a part, each with a `PART`."""

from cms.operations.bench import lighthouse, mail, pages, queue, start, translations
from cms.operations.bench.part import Part

PARTS: dict[str, Part] = {
    "start": start.PART,
    "pages": pages.PART,
    "lighthouse": lighthouse.PART,
    "queue": queue.PART,
    "mail": mail.PART,
    "translations": translations.PART,
}
