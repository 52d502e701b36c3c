"""Many indexed pages, made in bulk: their words are few and common or many and rare, as in life."""

import random
from itertools import accumulate

from django.contrib.contenttypes.models import ContentType
from modelsearch.backends.database import SearchBackend as stock_backend
from wagtail.models import Page

from home.models import StandardPage
from tests.factories.pages import home_in

VOCABULARY = [f"szó{number}" for number in range(3_000)]
WEIGHTS = list(accumulate(1 / (number + 1) for number in range(len(VOCABULARY))))
#: Words of titles as editors write them; each holds what a query language may take for its own.
TITLES = ["Lakhatás", "tájékoztató", "don't", 'a "híd"', "AND", "C:\\mappa", "住房咨询", "100%"]
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def make_pages(count: int, words: int = 40) -> list[Page]:
    """Pages under the Hungarian home with an index entry each, three of four a StandardPage."""
    chosen = random.Random(count)  # noqa: S311  (the same each time)
    pages = Page.objects.bulk_create([_page(number, chosen) for number in range(count)])
    plain = pages[::4]
    standard = [
        _as_standard(page, summary=" ".join(_drawn(chosen, words)))
        for number, page in enumerate(pages)
        if number % 4
    ]
    backend = stock_backend({})
    for model, made in ((Page, plain), (StandardPage, standard)):
        for start in range(0, len(made), 1_000):
            backend.add_bulk(model, made[start : start + 1_000])
    return pages


def _page(number: int, chosen: random.Random) -> Page:
    home = home_in("hu")
    step = "Z" + "".join(SIGNS[number // 36**power % 36] for power in (2, 1, 0))
    return Page(
        title=f"{chosen.choice(TITLES)} {' '.join(_drawn(chosen, 3))}", draft_title="Lap",
        slug=f"p{number}", url_path=f"{home.url_path}p{number}/", locale=home.locale,
        path=home.path + step, depth=home.depth + 1, live=number % 3 > 0,
        content_type=ContentType.objects.get_for_model(StandardPage if number % 4 else Page),
    )  # fmt: skip


def _as_standard(page: Page, summary: str) -> StandardPage:
    """The page's row of the other type, past `save` and all that it does."""
    row = StandardPage(page_ptr_id=page.pk, summary=summary)
    for field in Page._meta.concrete_fields:
        setattr(row, field.attname, getattr(page, field.attname))
    row.save_base(raw=True)
    return row


def _drawn(chosen: random.Random, count: int) -> list[str]:
    return chosen.choices(VOCABULARY, cum_weights=WEIGHTS, k=count)
