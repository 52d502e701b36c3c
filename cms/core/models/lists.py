"""The abstract base of list pages: one query set, its facets, a card for each item, a feed."""

from collections.abc import Hashable
from copy import copy
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from cms.core.library import LibraryFields
from cms.core.listing import Facet, Listing, chosen_of, listing_of
from cms.core.models.pages import BasePage
from cms.core.outlets import ATOM, Outlet
from cms.languages import SOURCE

LIST_TEMPLATE = "core/list_page.html"


class ListPage(BasePage):
    """A subclass sets `template = LIST_TEMPLATE` (Wagtail makes up another one otherwise), its
    parents and children, `facets`, `card`, and gives its pages by `items()`."""

    facets: tuple[Facet, ...] = ()
    #: Template of one item in the list; it gets `item` and what `cards_context` gives.
    card: str = "components/page_card.html"
    #: What is said where the list is empty and nothing narrows it.
    empty: Any = _("Nothing yet.")
    #: Filters of its feed where a reader chose nothing else, such as `{"when": "coming"}`.
    feed_chosen: dict[str, str] = {}
    outlets: tuple[Outlet, ...] = (ATOM,)
    library_kind = "list"
    schema_type = "CollectionPage"

    class Meta:
        abstract = True

    def library_fields(self) -> LibraryFields:
        return LibraryFields(kind=self.library_kind, title=self.title, summary=self.summary)

    def items(self, now: Any = None) -> Any:
        """The pages of the list, current ones in its language, in the list's order.

        The query set is compiled once for its type and language (`ListRead`): it looks at nothing
        of the page but its locale, and at no clock but `now`.
        """
        raise NotImplementedError

    def all_facets(self) -> tuple[Facet, ...]:
        """The facets of one request, for a list that adds to those it declares."""
        return self.facets

    def listing(self, asked: QueryDict) -> Listing:
        """The page of the list that `asked` (the address's query) asks for."""
        return listing_of(self, self.all_facets(), asked)

    def untranslated(self, listing: Listing) -> int:
        """How many pages of this list stand in Hungarian alone; asked where nothing narrows it."""
        if listing.is_narrowed or self.locale.language_code == SOURCE:
            return 0
        source = copy(self)
        source.locale = Locale.objects.get_for_language(SOURCE)
        return max(0, source.items().order_by().count() - listing.total)

    def cards_context(self, items: list[Any]) -> dict[str, Any]:
        """What the cards of these items need besides them, read in constant queries."""
        return {}

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        listing = self.listing(request.GET)
        return {
            "listing": listing,
            "untranslated": self.untranslated(listing),
            **self.cards_context(list(listing.items)),
        }

    def shown_key(self, request: HttpRequest) -> Hashable:
        chosen = chosen_of(self.all_facets(), request.GET)
        return (tuple(sorted(chosen.items())), request.GET.get("page"))
