"""Figures of the localisation workflow, in a database made for it: 500 pages in nine languages.

`python -m tests.bench.translations` prints one JSON row a figure. One page has 200 texts, of which
20 changed after it was translated; the others have states alone.
"""

import json
import os
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any
from uuid import uuid4

os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings.test"

import django

PAGES, TEXTS, CHANGED, TIMES = 500, 200, 20, 7


def big_page(locales: list[Any]) -> Any:
    """In all languages, and published anew with other words in every tenth paragraph."""
    from wagtail.rich_text import RichText

    from cms.operations.waiting import run_waiting
    from cms.translations.drafts import publish_made, revision_make
    from cms.translations.requests import translation_request
    from tests.factories.pages import fresh, texts_write
    from tests.translations.test_segments import page_of_paragraphs

    page = page_of_paragraphs(TEXTS)
    for locale in locales:
        translation = translation_request(page=page, locale=locale)
        texts_write(translation, lambda text: f"{text} ({locale.language_code})")  # noqa: B023  (called at once)
        publish_made(revision_make(translation=translation))
    changed = fresh(page)
    for at in range(0, TEXTS, TEXTS // CHANGED):
        changed.body[at].value = RichText(f"<p>{at}. bekezdés <b>másként</b> szöveggel.</p>")
    changed.save_revision().publish()
    run_waiting()
    return fresh(page)


def many_pages(page: Any, locales: list[Any]) -> None:
    """Further source pages with a state in each language."""
    from django.utils import timezone
    from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

    from cms.translations.models import TranslationState
    from tests.bench.copies import page_row, typed, write

    parent, now = page.get_parent(), timezone.now()
    rows = [page_row(page, parent, parent.numchild + n + 1, n) for n in range(PAGES - 1)]
    type(rows[0])._base_manager.bulk_create(rows, batch_size=50)
    write(type(page), [typed(page, row) for row in rows])
    source = TranslationSource.objects.get(object_id=page.translation_key)
    for row in rows:
        source.pk, source.object_id = None, row.translation_key
        TranslatableObject.objects.create(
            translation_key=row.translation_key, content_type_id=source.specific_content_type_id
        )
        source.save(force_insert=True)
        made = Translation.objects.bulk_create(
            Translation(uuid=uuid4(), source=source, target_locale=locale) for locale in locales
        )
        TranslationState.objects.bulk_create(
            TranslationState(
                translation=one, translation_key=row.translation_key, locale=one.target_locale,
                status="major", since=now, total=30, missing=4, words=80,
            )
            for one in made
        )  # fmt: skip


def figure(name: str, work: Callable[[], Any], times: int = TIMES) -> dict[str, Any]:
    from django.db import connection

    seen: list[str] = []

    def counted(execute: Any, sql: str, *rest: Any) -> Any:
        seen.append(sql)
        return execute(sql, *rest)

    work()
    with connection.execute_wrapper(counted):
        work()
    spent = []
    for _number in range(times):
        started = time.process_time()
        work()
        spent.append(1000 * (time.process_time() - started))
    return {
        "name": name, "database": connection.vendor, "queries": len(seen),
        "cpu_ms": round(median(spent), 1),
    }  # fmt: skip


def rows(page: Any, locale: Any) -> Iterator[dict[str, Any]]:
    from django.contrib.auth import get_user_model
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client
    from django.urls import reverse
    from wagtail_localize.models import Translation

    from cms.translations.refresh import source_refresh
    from cms.translations.segments.write import source_write
    from tests.translations.people import translator_of

    translation = Translation.objects.get(
        source__object_id=page.translation_key, target_locale=locale
    )
    translator, administrator = Client(HTTP_HOST="localhost"), Client(HTTP_HOST="localhost")
    translator.force_login(translator_of(locale))
    administrator.force_login(
        get_user_model().objects.create_superuser("a", "a@example.org", "correct-horse-1")
    )

    def shown(client: Any, name: str, *args: Any) -> Callable[[], Any]:
        return lambda: answered(client.get(reverse(name, args=args)))

    yield figure("desk, 200 texts", shown(translator, "desk:edit", translation.uuid))
    yield figure("overview", shown(administrator, "desk:overview"))
    yield figure("overview as CSV", shown(administrator, "desk:overview_out"))
    yield figure("overview of a translator", shown(translator, "desk:overview"))
    yield figure("list of a language", shown(translator, "desk:index"))
    yield figure("segments of a publication", lambda: source_write(page))
    yield figure("publication, 8 languages", lambda: source_refresh(page.pk))
    out = shown(translator, "desk:file_out", translation.uuid, "xlf")
    yield figure("file out, 200 units", out)
    whole = b"".join(out())

    def back() -> None:
        file = SimpleUploadedFile("page.xlf", whole)
        answered(translator.post(reverse("desk:file_in", args=[translation.uuid]), {"file": file}))

    yield figure("file in, 200 units", back)


def answered(response: Any) -> Any:
    if response.status_code != 200:
        raise ValueError(response.status_code)
    return response


def main() -> None:
    django.setup()
    from django.db import connection
    from django.utils.translation import override
    from wagtail.models import Locale

    from cms.translations.homes import homes_make

    connection.settings_dict["CONN_MAX_AGE"] = None  # as a server keeps it
    connection.creation.create_test_db(verbosity=0)
    try:
        with override("hu"):
            homes_make()
            locales = list(Locale.objects.exclude(language_code="hu"))
            page = big_page(locales)
            many_pages(page, locales)
            for row in rows(page, Locale.objects.get(language_code="uk")):
                print(json.dumps(row), flush=True)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


if __name__ == "__main__":
    main()
