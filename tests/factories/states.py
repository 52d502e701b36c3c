"""Events in every state that matters to what leaves the site: one is shown, the others are not."""

from typing import Any

from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from network.models import EventIndexPage
from tests.factories.pages import (
    EventIndexPageFactory,
    EventPageFactory,
    fresh,
    home_in,
    published,
    translated,
)

SHOWN = "Látszik"
HIDDEN = ("Vázlat", "Zárt", "Zárt alatt", "Visszavont", "Felülírt", "Álnév")


def make_list(**values: Any) -> EventIndexPage:
    return published(EventIndexPageFactory(parent=home_in("hu"), **values))


def make_states(index: EventIndexPage) -> dict[str, Any]:
    """Events by title; those of HIDDEN are in no list. All but the draft have an English page."""
    pages = {
        title: published(EventPageFactory(parent=index, title=title))
        for title in (SHOWN, *HIDDEN)
        if title not in {"Zárt alatt", "Álnév"}
    }
    closed = published(EventIndexPageFactory(parent=home_in("hu"), title="Zárt lista"))
    pages["Zárt alatt"] = published(EventPageFactory(parent=closed, title="Zárt alatt"))
    for page in pages.values():
        translated(page)
    alias = CreatePageAliasAction(pages[SHOWN], update_slug="alnev", parent=index)
    pages["Álnév"] = alias.execute(skip_permission_checks=True)
    pages["Vázlat"].unpublish()
    for page in (pages["Zárt"], closed):
        for twin in page.get_translations(inclusive=True):
            PageViewRestriction.objects.create(page=twin, restriction_type="login")
    for title, reason in (("Visszavont", "error"), ("Felülírt", "superseded")):
        values = {"withdrawn_at": timezone.now(), "withdrawn_reason": reason}
        facts_change(page=pages[title], fields=values)
    return {title: fresh(page) for title, page in pages.items()}
