"""Figures of every page type with so many items and languages, in a database made for it.

`python -m tests.bench.pages LANGUAGES ITEMS…` prints one JSON row a page.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings.test"

import django

from tests.bench.asking import ask

#: A word in the title of each recommendation.
SEARCH = f"/hu/search/?q={quote('ajánlás')}"


def kind_of(page: Any) -> str:
    if page.depth == 2:
        return "home"
    return "listing" if hasattr(page, "listing") else "detail"


def name_of(page: Any) -> str:
    """`EventIndexPage` → `event_index`."""
    name = type(page).__name__.removesuffix("Page")
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def make_pages(languages: int) -> list[Any]:
    """One full page of each type, live in so many languages."""
    from wagtail.models import Locale, Page, Site

    from cms.languages import LANGUAGES
    from cms.translations.homes import homes_make
    from tests.factories.every import EVERY
    from tests.factories.pages import fresh, translated

    homes_make()
    spoken = [language.code for language in LANGUAGES[:languages]]
    for page in Page.objects.filter(depth=2).exclude(locale__language_code__in=spoken):
        page.delete()
    Locale.objects.exclude(language_code__in=spoken).delete()
    for page in Page.objects.filter(depth=2):
        page.specific.save_revision().publish()
    Site.clear_site_root_paths_cache()
    made = [EVERY[name]() for name in sorted(EVERY)]
    for page in made:
        for code in spoken[1:]:
            translated(page, code)
    return [fresh(page) for page in made]


def rows(pages: list[Any], items: int, languages: int) -> Iterator[dict[str, Any]]:
    from django.core.wsgi import get_wsgi_application
    from django.db import connection

    application = get_wsgi_application()
    asked = [(name_of(page), kind_of(page), page.url_path) for page in pages]
    for name, kind, url in [*asked, ("search", "search", SEARCH)]:
        yield {
            "name": name, "kind": kind, "items": items, "languages": languages,
            "database": connection.vendor, **ask(application, url).__dict__,
        }  # fmt: skip


def main(languages: int, steps: list[int]) -> None:
    django.setup()
    from django.db import connection
    from django.utils.translation import override

    from search.indexing.drift import index_drift, index_mend
    from tests.bench.copies import copies

    connection.settings_dict["CONN_MAX_AGE"] = None  # as a server keeps it
    connection.creation.create_test_db(verbosity=0)
    try:
        with override("hu"):
            pages = make_pages(languages)
            index_mend(index_drift())
            present = 1
            for items in steps:
                for page in pages:
                    if page.depth > 3:
                        copies(page, items - present, present)
                present = items
                for row in rows(pages, items, languages):
                    print(json.dumps(row), flush=True)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


if __name__ == "__main__":
    main(int(sys.argv[1]), [int(step) for step in sys.argv[2:]])
