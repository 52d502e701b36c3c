"""The numbered items of a recommendation: what is asked of whom, and what came of it."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from cms.core.admin.panels import FactPanel, LiveFactPanel
from cms.core.blocks import DocumentListBlock
from cms.core.blocks.body import PageCardsBlock
from cms.core.facts.rows import FactRow
from resources.models.addressee import Addressee
from resources.recommendations.codes import (
    GONE,
    WAITING,
    Implementation,
    Position,
    Priority,
    Response,
)
from resources.recommendations.rules import is_overdue

ROW_TEXT = ["bold", "italic", "ol", "ul", "link"]
is_item_number = RegexValidator(
    r"\A\d{1,3}(\.\d{1,3}){0,2}\Z", _("Write the number with figures and dots, such as 4 or 4.2.")
)


class EvidenceAddressBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), max_length=200)
    url = blocks.URLBlock(label=_("address"))
    seen_on = blocks.DateBlock(label=_("date"), required=False)
    quote = blocks.TextBlock(label=_("quotation"), required=False)

    class Meta:
        icon = "link-external"
        label = _("Page of another site")


class RecommendationItem(FactRow):
    """Its live facts are never set in a form: each change is an act with its own history."""

    page = ParentalKey(
        "resources.RecommendationPage", on_delete=models.CASCADE, related_name="items"
    )
    number = models.CharField(
        pgettext_lazy("of an item", "number"), max_length=11, validators=[is_item_number]
    )
    title = models.CharField(_("title"), max_length=200)
    text = RichTextField(_("text"), blank=True, features=ROW_TEXT)
    rationale = RichTextField(_("rationale"), blank=True, features=ROW_TEXT)
    addressee = models.ForeignKey(
        Addressee, verbose_name=_("addressee"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+", help_text=_("Needed before the document is sent."),
    )  # fmt: skip
    priority = models.CharField(
        _("priority"), max_length=8, choices=Priority.choices, default=Priority.NORMAL
    )
    legal_basis = models.CharField(
        _("legal basis"), max_length=200, blank=True,
        help_text=_("As it is cited, such as 2011. évi CLXXIX. törvény 3. §."),
    )  # fmt: skip
    evidence = StreamField(
        [("documents", DocumentListBlock()), ("pages", PageCardsBlock()),
         ("address", EvidenceAddressBlock())],
        verbose_name=_("evidence"), blank=True,
        help_text=_("Answers, minutes, laws: whatever shows what came of this item."),
    )  # fmt: skip
    response_due = models.DateField(_("answer due"), null=True, blank=True)
    response_state = models.CharField(
        _("answer"), max_length=12, choices=Response.choices, default=Response.NOT_SENT
    )
    position = models.CharField(
        _("position of the addressee"), max_length=16, choices=Position.choices,
        default=Position.NONE,
    )  # fmt: skip
    implementation = models.CharField(
        _("implementation"), max_length=20, choices=Implementation.choices,
        default=Implementation.NOT_STARTED,
    )  # fmt: skip
    next_review_on = models.DateField(_("looked at again on"), null=True, blank=True)

    text_fields = ("title", "text", "rationale")
    shared_fields = ("sort_order", "number", "addressee", "priority", "legal_basis", "evidence")
    live_fields = (
        "response_due", "response_state", "position", "implementation", "next_review_on",
    )  # fmt: skip
    panels: list[Any] = [
        FactPanel("number"), FieldPanel("title"), FieldPanel("text"), FieldPanel("rationale"),
        FactPanel("addressee"), FactPanel("priority"), FactPanel("legal_basis"),
        FactPanel("evidence"),
        LiveFactPanel("response_state", action="item_answer", read_only=True),
        LiveFactPanel("response_due", action="item_deadline", read_only=True),
        LiveFactPanel("position", action="item_position", read_only=True),
        LiveFactPanel("implementation", action="item_implementation", read_only=True),
        LiveFactPanel("next_review_on", action="item_implementation", read_only=True),
    ]  # fmt: skip

    class Meta(FactRow.Meta):
        verbose_name = _("item")

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def anchor(self) -> str:
        """The item's permalink on its page: `#item-4.2`."""
        return f"item-{self.number}"

    @property
    def is_waiting(self) -> bool:
        return self.response_state in WAITING

    @property
    def is_overdue(self) -> bool:
        """As long as the document stands: nobody waits for an answer to a superseded one."""
        late = is_overdue(self.response_state, self.response_due)
        return late and self.page.state not in GONE

    @property
    def days_late(self) -> int:
        """Days since the answer was due; 0 where nothing is overdue."""
        if self.response_due is None or not self.is_overdue:
            return 0
        return (timezone.localdate() - self.response_due).days
