"""A translation is public only while its source is: the rule, in every way to publish."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from cms.core.facts.pin import sources_of


def live_refusal(page: Any) -> str:
    """Why `page` cannot be published now, as a sentence; empty where it can.

    A page without a source page (its copy in another language, say) stands for itself.
    """
    if getattr(page, "is_facts_source", True) or page.alias_of_id:
        return ""
    # the one column alone: this is asked at every save of a translation that goes live
    if sources_of(page).values_list("live", flat=True).first() is not False:
        return ""
    return _("Publish the Hungarian page first: a translation is public only while that one is.")


def refuse_live(page: Any) -> None:
    """Raises ValidationError where `live_refusal` has a sentence."""
    if sentence := live_refusal(page):
        raise ValidationError({NON_FIELD_ERRORS: sentence})
