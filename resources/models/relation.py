"""How a holding relates to another work; the other end is read, never stored a second time."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from cms.core.admin.panels import FactPanel
from cms.core.facts.rows import FactRow
from cms.core.files import spoken_codes
from resources.holdings.choosing import check_chosen
from resources.holdings.vocabulary import RelationKind


class HoldingRelation(FactRow):
    kind = models.CharField(_("how"), max_length=16, choices=RelationKind.choices)
    target = models.ForeignKey(
        Page, verbose_name=_("page"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    url = models.URLField(_("or an address outside the site"), blank=True)
    title = models.CharField(
        _("title at that address"), max_length=200, blank=True, help_text=_("As it is printed.")
    )
    language = models.CharField(
        _("language of that title"), max_length=12, blank=True, choices=spoken_codes
    )

    shared_fields = ("sort_order", "kind", "target", "url", "title", "language")
    panels = [FactPanel(name) for name in shared_fields[1:]]

    class Meta(FactRow.Meta):
        abstract = True
        verbose_name = _("relation")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.target or self.title or self.url}"

    def clean(self) -> None:
        super().clean()
        if bool(self.target_id) == bool(self.url):
            raise ValidationError(
                {"target": _("Choose a page or give an address, one of the two.")}
            )
        if self.target_id and self.target_id == getattr(self, "page_id", None):
            raise ValidationError({"target": _("A page does not relate to itself.")})
        check_chosen("target", self.target)
