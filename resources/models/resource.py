"""Any other holding of the library: laws, forms, links, recordings, data."""

from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey

from cms.core.admin.panels import FactPanel
from cms.core.fields import CodeListField
from cms.core.files import spoken_codes
from cms.core.library import LibraryFields
from resources.holdings.matrix import languages_shown
from resources.holdings.panels import holding_panels
from resources.models.contributor import HoldingContributor
from resources.models.files import HoldingFile
from resources.models.holding import AS_PRINTED, HoldingPage
from resources.models.relation import HoldingRelation


class ResourcePage(HoldingPage):
    class Kind(models.TextChoices):
        LAW = "law", _("Law")
        FORM = "form", _("Form")
        LINK = "link", _("Link")
        VIDEO = "video", _("Video")
        AUDIO = "audio", _("Sound recording")
        DATASET = "dataset", _("Dataset")
        PRESENTATION = "presentation", _("Presentation")
        MINUTES = "minutes", _("Minutes")
        PRESS = "press", _("Press material")

    class Medium(models.TextChoices):
        ONLINE = "online", _("Online")
        PRINT = "print", _("Printed")
        RECORDING = "recording", _("Recording")
        DATA = "data", _("Data file")

    parent_page_types = ["resources.ResourceIndexPage"]
    subpage_types: list[str] = []
    template = "resources/resource_page.html"

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.LINK)
    medium = models.CharField(
        _("medium"), max_length=12, choices=Medium.choices, default=Medium.ONLINE
    )
    external_url = models.URLField(
        _("address outside the site"), blank=True, max_length=500,
        help_text=_("Where it is found, where it is no file of ours."),
    )  # fmt: skip
    provider = models.CharField(
        pgettext_lazy("of a resource", "provider"), max_length=160, blank=True,
        help_text=AS_PRINTED,
    )  # fmt: skip
    languages = CodeListField(
        _("languages"), codes=spoken_codes,
        help_text=_("Of what the address leads to. The language of a file is said at the file."),
    )  # fmt: skip

    shared_fields = (
        *HoldingPage.shared_fields, "medium", "external_url", "provider", "languages",
    )  # fmt: skip
    library_kind = "resource"
    fact_panels = holding_panels(
        FactPanel("medium"), FactPanel("external_url"), FactPanel("provider"),
        FactPanel("languages"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def schema_data(self) -> dict[str, Any]:
        data = super().schema_data()
        if self.provider:
            data["provider"] = {"@type": "Organization", "name": self.provider}
        if self.external_url:
            data["sameAs"] = self.external_url
        return data

    def clean(self) -> None:
        super().clean()
        if self.kind == self.Kind.LINK and not self.external_url:
            raise ValidationError({"external_url": _("Give the address that the link leads to.")})

    @property
    def external_host(self) -> str:
        return urlsplit(self.external_url).hostname or ""

    @property
    def languages_shown(self) -> list[Any]:
        return languages_shown(self.languages)


class ResourceFile(HoldingFile):
    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="files")

    class Meta(HoldingFile.Meta):
        pass


class ResourceContributor(HoldingContributor):
    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="contributors")

    class Meta(HoldingContributor.Meta):
        pass


class ResourceRelation(HoldingRelation):
    page = ParentalKey(ResourcePage, on_delete=models.CASCADE, related_name="relations")

    class Meta(HoldingRelation.Meta):
        pass
