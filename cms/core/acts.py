"""Services and selectors of acts: what was done to a page in public, said in each language."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Locale

from cms.core.facts.pin import source_of
from cms.core.models.acts import ActText, PageAct, PendingNote
from cms.core.together import Part, Row, moment, rows_beside, truth
from cms.languages import SOURCE

ACT = ("act_id", "act__kind", "act__at", "act__minor", "locale__language_code", "text")
#: How many acts a page shows.
MOST = 20


@dataclass(frozen=True)
class ShownAct:
    """An act as a reader of one language sees it; `lang` is the language of `text`."""

    kind: str
    at: datetime
    text: str
    lang: str
    minor: bool = False


def act_record(
    *,
    page: Any,
    kind: str,
    user: Any = None,
    texts: dict[str, str] | None = None,
    minor: bool = False,
    revision: Any = None,
    detail: dict[str, Any] | None = None,
) -> PageAct:
    """Append an act to the source page of `page`. `texts` maps language codes to texts."""
    source = page if page.is_facts_source else (source_of(page) or page)
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    with transaction.atomic():
        act = PageAct.objects.create(
            page_id=source.pk,
            kind=kind,
            at=timezone.now(),
            by=user,
            minor=minor,
            revision_id=getattr(revision, "pk", None),
            detail=detail or {},
        )
        ActText.objects.bulk_create(
            ActText(act=act, locale=locales[code], text=text.strip())
            for code, text in (texts or {}).items()
            if text.strip() and code in locales
        )
    return act  # fmt: skip


def act_texts_add(*, act: PageAct, texts: dict[str, str], user: Any = None) -> int:
    """Say an act in languages in which it has no text yet; how many were added.

    Append-only: a text that is there stays as it is, also one that came a moment before.
    """
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    said = set(act.texts.values_list("locale__language_code", flat=True))
    rows = [
        ActText(act=act, locale=locales[code], text=text.strip())
        for code, text in texts.items()
        if text.strip() and code in locales and code not in said
    ]
    with transaction.atomic():
        ActText.objects.bulk_create(rows, ignore_conflicts=True)
        if rows:
            codes = [row.locale.language_code for row in rows]
            log(instance=act.page.specific, action="acts.text", user=user, data={"codes": codes})
    return len(rows)


def note_keep(*, page: Any, text: str, minor: bool) -> None:
    """Keep the change note beside the draft until it is published."""
    PendingNote.objects.update_or_create(page_id=page.pk, defaults={"text": text, "minor": minor})


def note_becomes_act(*, page: Any, revision: Any) -> None:
    """Publishing: the note that waits with the draft becomes an act, once."""
    note = PendingNote.objects.filter(page_id=page.pk).first()
    if note is None or not page.live:
        return
    if note.text or note.minor:
        act_record(
            page=page, kind=PageAct.Kind.PUBLISHED, user=getattr(revision, "user", None),
            texts={page.locale.language_code: note.text}, minor=note.minor, revision=revision,
        )  # fmt: skip
    note.delete()


def acts_of(page: Any) -> list[ShownAct]:
    """The page's public acts with a text, newest first, in the page's language or the source's."""
    return acts_in(rows_beside(page, acts_part)["acts"], page.locale.language_code)


def acts_part(page: Any, model: Any) -> dict[str, Part]:
    """The texts of a page's acts as a part of `together`."""
    return {"acts": (act_texts(page), ACT)}


def act_texts(page: Any) -> Any:
    """Texts of the page's acts in its language and the source's; read with `ACT`."""
    return ActText.objects.filter(
        act__page__translation_key=page.translation_key,
        locale__language_code__in=[page.locale.language_code, SOURCE],
    )


def acts_in(rows: list[Row], wanted: str) -> list[ShownAct]:
    """The newest acts in rows of `act_texts` that `together` read."""
    best: dict[str, ShownAct] = {}
    for row in rows:
        key, lang = str(row["act_id"]), str(row["locale__language_code"])
        if key not in best or lang == wanted:
            at, minor = moment(row["act__at"]), truth(row["act__minor"])
            best[key] = ShownAct(str(row["act__kind"]), at, row["text"] or "", lang, minor)
    order = sorted(best, key=lambda key: (best[key].at, int(key)), reverse=True)
    return [best[key] for key in order[:MOST]]
