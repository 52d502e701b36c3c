"""What a text said before, the latest first, with what each change did to it."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from cms.translations.may import may_work
from cms.translations.models import SegmentEdit
from cms.translations.notes.marking import Marking
from cms.translations.notes.names import Names
from cms.translations.notes.places import Homes, Place
from cms.translations.segments.read import Line
from cms.translations.texts.pairing import OF_PATH
from cms.translations.texts.typed import shown
from cms.translations.texts.words import Change

#: Entries that are shown, and those that are looked through: others of the page may be among them.
MOST, LOOKED_THROUGH = 50, 500


@dataclass(frozen=True)
class Version:
    """`text` as its writers see it, `changes` against the version before. `source` is the Hungarian
    text that it translated, where the page says something else by now."""

    edit: SegmentEdit
    who: str
    text: str
    changes: list[Change]
    source: str
    is_now: bool


def history_of(*, translation: Translation, line: Line, homes: Homes, user: Any) -> list[Version]:
    """One query, one more for a guest. Raises PermissionDenied for whom the language is not
    theirs."""
    if not may_work(user, "translate", translation):
        raise PermissionDenied(_("This language is not yours to work on."))
    names, marking = Names(user, translation.target_locale_id), Marking()
    edits = _edits(translation, line, homes)[: MOST + 1]
    texts = [shown(line.source, one.text) for one in edits]
    before = [old for _new, old in pairwise(texts)]
    first = [""] if len(edits) <= MOST else []
    return [
        Version(
            edit, names.of(edit.by, edit.by_name), text, marking.of(old, text),
            source=_source(edit, line), is_now=at == 0 and edit.text == line.text,
        )
        for at, (edit, text, old) in enumerate(
            zip(edits, texts, before + first, strict=False)
        )
    ]  # fmt: skip


def _edits(translation: Translation, line: Line, homes: Homes) -> list[SegmentEdit]:
    """Of this text, and of those that it was before."""
    rows = (
        SegmentEdit.objects.filter(translation=translation)
        .filter(Q(path=line.path) | Q(string_id=line.string_id))
        .select_related("string", "by")
        .order_by("-pk")[:LOOKED_THROUGH]
    )
    place = Place(line.path, line.string_id)
    return [
        one for one in rows if homes.of(one.path, one.string_id, one.string.data, OF_PATH) == place
    ]


def _source(edit: SegmentEdit, line: Line) -> str:
    source = str(edit.string.data)
    return "" if edit.string_id == line.string_id else shown(source, source)
