"""The finder of services."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.core.facets import choices_facet, language_facet, topic_facet
from cms.core.library import LibraryFields
from cms.core.models import LIST_TEMPLATE, ListPage
from network.directory import district_facet
from network.models.service import ServicePage
from network.models.service_rows import ServicePlace
from network.service_codes import ServiceCost, ServiceRegistration, for_whom_codes
from network.service_list import open_states, services_in_order


class ServiceIndexPage(ListPage):
    template = LIST_TEMPLATE
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
        district_facet(lambda: ServicePlace),
    )

    class Meta:
        verbose_name = _("list of services")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def items(self) -> Any:
        return services_in_order(self.locale)

    def cards_context(self, items: list[Any]) -> dict[str, Any]:
        return {"open_states": open_states(items)}
