"""Publications: reports, guides and other works, with their files by language and chapters."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.core.library import LibraryFields
from cms.core.outlets import PAGE_PDF
from cms.core.pdf import PdfSection
from cms.core.pdf.page import body_sections
from resources.holdings.blocks import ChaptersField
from resources.holdings.panels import files_panel, holding_panels
from resources.models.contributor import HoldingContributor
from resources.models.files import HoldingFile
from resources.models.holding import HoldingPage
from resources.models.relation import HoldingRelation


class PublicationPage(HoldingPage):
    class Kind(models.TextChoices):
        REPORT = "report", _("Report")
        STUDY = "study", _("Study")
        GUIDE = "guide", _("Guide")
        HANDBOOK = "handbook", _("Handbook")
        LEAFLET = "leaflet", _("Leaflet")
        POLICY_PAPER = "policy_paper", _("Policy paper")
        DECLARATION = "declaration", _("Declaration")
        BOOK = "book", _("Book")

    parent_page_types = ["resources.PublicationIndexPage"]
    subpage_types: list[str] = []
    template = "resources/publication_page.html"

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.REPORT)
    chapters = ChaptersField(
        verbose_name=_("chapters"),
        help_text=_("The work itself, to be read here. Each chapter has an address of its own."),
    )

    text_fields = (*HoldingPage.text_fields, "chapters")
    outlets = (PAGE_PDF,)
    library_kind = "publication"
    search_fields = [*HoldingPage.search_fields, index.SearchField("chapters")]
    text_panels = [
        FieldPanel("summary"),
        FieldPanel("body", heading=_("Abstract")),
        FieldPanel("coverage_place"),
        files_panel(),
        FieldPanel("chapters"),
    ]
    fact_panels = holding_panels()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def pdf_sections(self, request: HttpRequest) -> tuple[PdfSection, ...]:
        """Its chapters, each with its own headings one level down."""
        return tuple(
            section
            for block in self.chapters
            for section in (
                PdfSection(block.value["heading"]),
                *body_sections(block.value["content"], under=1),
            )
        )

    def library_fields(self) -> LibraryFields:
        return super().library_fields()


class PublicationFile(HoldingFile):
    page = ParentalKey(PublicationPage, on_delete=models.CASCADE, related_name="files")

    class Meta(HoldingFile.Meta):
        pass


class PublicationContributor(HoldingContributor):
    page = ParentalKey(PublicationPage, on_delete=models.CASCADE, related_name="contributors")

    class Meta(HoldingContributor.Meta):
        pass


class PublicationRelation(HoldingRelation):
    page = ParentalKey(PublicationPage, on_delete=models.CASCADE, related_name="relations")

    class Meta(HoldingRelation.Meta):
        pass
