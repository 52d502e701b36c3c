"""Who made a holding: a person or an organisation with a page here, or a name as it is printed."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.core.admin.panels import FactPanel
from cms.core.facts.rows import FactRow
from resources.holdings.choosing import CONTRIBUTORS, ChosenPagePanel, check_chosen
from resources.holdings.vocabulary import MakerRole


class HoldingContributor(FactRow):
    role = models.CharField(
        _("role"), max_length=12, choices=MakerRole.choices, default=MakerRole.AUTHOR
    )
    entry = models.ForeignKey(
        Page, verbose_name=_("page of the person or organisation"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    name = models.CharField(
        _("name"), max_length=160, blank=True,
        help_text=_("As it is printed; leave empty to show the title of the page."),
    )  # fmt: skip

    shared_fields = ("sort_order", "role", "entry", "name")
    panels = [
        FactPanel("role"), ChosenPagePanel("entry", page_types=CONTRIBUTORS), FactPanel("name"),
    ]  # fmt: skip

    class Meta(FactRow.Meta):
        abstract = True
        verbose_name = _("contributor")

    def __str__(self) -> str:
        return str(self.name or self.entry)

    def clean(self) -> None:
        super().clean()
        if not self.entry_id and not self.name:
            raise ValidationError({"name": _("Choose a page or write the name.")})
        check_chosen("entry", self.entry, CONTRIBUTORS)
