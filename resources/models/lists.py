"""The lists of the library: publications, and everything that it holds."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from cms.core.facets import (
    choices_facet,
    from_codes,
    newest_first,
    publisher_names,
    topic_names,
    year_facet,
)
from cms.core.files import language_codes
from cms.core.library import LibraryFields
from cms.core.listing import Facet, Listing, listing_of
from cms.core.models import ListPage
from cms.core.models.media import Accessible
from cms.core.pictures import pictures_ready
from resources.holdings.listed import (
    FilesRead,
    accessible_in,
    as_holding,
    format_in,
    holdings,
    languages_in,
    publications,
    topics_of,
)
from resources.holdings.matrix import languages_shown
from resources.models.holding import HoldingPage
from resources.models.publication import PublicationPage
from resources.models.resource import ResourcePage


def kinds() -> list[tuple[str, Any]]:
    return [*PublicationPage.Kind.choices, *ResourcePage.Kind.choices]


class HoldingListPage(ListPage):
    card = "resources/holding_card.html"
    facets = (
        choices_facet("kind", _("Kind"), kinds),
        Facet("topic", _("Topic"), topic_names, many=topics_of),
        year_facet("issued", key=lambda issued: str(issued)[:4]),
        choices_facet("access", _("Access"), lambda: HoldingPage.Access.choices),
        Facet("publisher", _("Publisher"), publisher_names, column="publisher_key"),
    )

    class Meta:
        abstract = True

    def all_facets(self) -> tuple[Facet, ...]:
        return self.facets_with(FilesRead())

    def facets_with(self, files: FilesRead) -> tuple[Facet, ...]:
        """The declared facets and, before access, those of the files, which share one query."""
        of_files = (
            Facet("language", _("Language"), from_codes(language_codes),
                  many=files.by_page(languages_in)),
            Facet("format", _("Format"), newest_first, many=files.by_page(format_in)),
            Facet("accessible", _("Accessible"), from_codes(lambda: Accessible.choices),
                  many=files.by_page(accessible_in)),
        )  # fmt: skip
        return (*self.facets[:3], *of_files, *self.facets[3:])

    def listing(self, asked: QueryDict) -> Listing:
        self.files_read = FilesRead()
        facets = self.facets_with(self.files_read)
        found = listing_of(self, facets, asked)
        found.items.object_list = [as_holding(item) for item in found.items]
        pictures_ready([item.cover for item in found.items if item.cover], "cover")
        return found

    def cards_context(self, items: list[Any]) -> dict[str, Any]:
        """Languages and formats of the files, from what the facets have read."""
        shown = [item.pk for item in items]
        codes = self.files_read.by_page(languages_in)([]) if items else {}
        formats = self.files_read.by_page(format_in)([]) if items else {}
        return {
            "spoken": {pk: languages_shown(codes[pk]) for pk in shown if pk in codes},
            "formats": {pk: list(dict.fromkeys(formats[pk])) for pk in shown if pk in formats},
        }


class PublicationIndexPage(HoldingListPage):
    template = "resources/holding_list_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.PublicationPage"]
    empty = _("No publication yet.")

    class Meta:
        verbose_name = _("list of publications")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def items(self, now: Any = None) -> Any:
        return publications(self.locale)


class ResourceIndexPage(HoldingListPage):
    """The whole library: resources, and the publications too."""

    template = "resources/holding_list_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.ResourcePage"]
    empty = _("The library is empty.")

    class Meta:
        verbose_name = _("library")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def items(self, now: Any = None) -> Any:
        return holdings(self.locale)
