"""The finder of services."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.core.facets import choices_facet, language_facet, topic_facet
from cms.core.library import LibraryFields
from cms.core.listing import Facet
from cms.core.models import ListPage
from network.models.service import ServicePage
from network.service_codes import ServiceCost, ServiceRegistration, for_whom_codes
from network.service_list import FinderRead, finder_cards, services_in_order


class ServiceIndexPage(ListPage):
    template = "network/service_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["network.ServicePage"]
    card = "components/service_card.html"
    empty = _("No service is listed yet.")
    facets = (
        choices_facet("for", _("For whom"), for_whom_codes, column="for_whom"),
        topic_facet(lambda: ServicePage),
        language_facet("spoken", _("Language spoken")),
        choices_facet("cost", _("Cost"), lambda: ServiceCost.choices),
        choices_facet(
            "registration",
            pgettext_lazy("of a service", "Registration"),
            lambda: ServiceRegistration.choices,
        ),
    )

    class Meta:
        verbose_name = _("list of services")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def items(self, now: Any = None) -> Any:
        return services_in_order(self.locale)

    def all_facets(self) -> tuple[Facet, ...]:
        """What is open comes first, the districts last; both are read at once."""
        opening, districts = FinderRead().facets()
        return (opening, *self.facets, districts)

    def cards_context(self, items: list[Any]) -> dict[str, Any]:
        return finder_cards(items, self.locale.language_code)
