"""Tells of a release once all of it is through: in which languages it is live, and in which not."""

from typing import Any

from cms.languages import BY_CODE
from cms.translations.mails.people import desk_of, members, tell
from cms.translations.models import Release, ReleasePart


def released_told(release: Release, page: Any, parts: list[ReleasePart]) -> int:
    """One mail to each who prepared or published it and to the teams of the languages that went
    live with it; how many."""
    Outcome = ReleasePart.Outcome
    rows = [
        (BY_CODE[code].name, part.get_outcome_display, desk_of(part.translation))
        for part in parts
        if (code := part.translation.target_locale.language_code) in BY_CODE
    ]
    live = [
        part.translation.target_locale_id for part in parts if part.outcome == Outcome.PUBLISHED
    ]
    leaders = [release.opened_by, release.published_by]
    people = {
        user.pk: user
        for user in [*leaders, *members(live)]
        if user is not None and user.is_active and user.email
    }
    for user in people.values():
        tell(user, "released", {"title": page.title, "url": page.full_url or "", "rows": rows})
    return len(people)
