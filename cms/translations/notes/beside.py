"""All that stands beside one text: its comments and its history, for one reader."""

from dataclasses import dataclass
from typing import Any

from wagtail_localize.models import StringSegment, Translation

from cms.translations.notes.comments import Said, comments_of
from cms.translations.notes.history import Version, history_of
from cms.translations.notes.places import Homes, Place
from cms.translations.segments.read import Line, lines_of
from cms.translations.texts.typed import shown


@dataclass(frozen=True)
class Notes:
    line: Line
    comments: list[Said]
    versions: list[Version]

    @property
    def source(self) -> str:
        return shown(self.line.source, self.line.source)


def notes_of(*, translation: Translation, segment_id: int, user: Any) -> Notes:
    """A constant number of queries. Raises PermissionDenied, and StringSegment.DoesNotExist for a
    segment that is none of the page."""
    lines = lines_of(translation.source_id, translation.target_locale_id)
    line = next((one for one in lines if one.segment_id == segment_id), None)
    if line is None:
        raise StringSegment.DoesNotExist
    homes, place = Homes(lines), Place(line.path, line.string_id)
    return Notes(
        line,
        comments_of(translation=translation, place=place, homes=homes, user=user),
        history_of(translation=translation, line=line, homes=homes, user=user),
    )
