"""Tables of the localisation workflow."""

from cms.translations.models.fallback import FallbackPage
from cms.translations.models.glossary import Term, TermTranslation
from cms.translations.models.links import OutsideLink
from cms.translations.models.notes import SegmentComment, SegmentEdit
from cms.translations.models.releases import Release, ReleasePart
from cms.translations.models.reports import TranslationReport
from cms.translations.models.review import LocaleReviewTask
from cms.translations.models.revisions import CarriedTranslation, TranslationRevision
from cms.translations.models.states import TranslationState
from cms.translations.models.suggestions import Suggestion
from cms.translations.models.teams import LanguageTeam
from cms.translations.models.urgent import UrgentPage

__all__ = [
    "CarriedTranslation",
    "FallbackPage",
    "LanguageTeam",
    "LocaleReviewTask",
    "OutsideLink",
    "Release",
    "ReleasePart",
    "SegmentComment",
    "SegmentEdit",
    "Suggestion",
    "Term",
    "TermTranslation",
    "TranslationReport",
    "TranslationRevision",
    "TranslationState",
    "UrgentPage",
]
