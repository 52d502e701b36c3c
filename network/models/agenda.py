"""The agenda of an event: its items with their papers and what came of them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from cms.core.admin.panels import FactPanel, LiveFactPanel
from cms.core.blocks import DocumentListBlock
from cms.core.facts.rows import FactRow
from network.event_codes import AgendaKind, AgendaOutcome
from network.models.event import ROW_TEXT, EventPage


def votes(label: Any) -> Any:
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


class AgendaItem(FactRow):
    Kind = AgendaKind
    Outcome = AgendaOutcome

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="agenda")
    title = models.CharField(_("title"), max_length=200)
    description = RichTextField(_("description"), blank=True, features=ROW_TEXT)
    decision = RichTextField(_("decision"), blank=True, features=ROW_TEXT)
    starts_at = models.TimeField(_("starts at"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    kind = models.CharField(
        _("kind"), max_length=12, choices=Kind.choices, default=Kind.INFORMATION
    )
    papers = StreamField(
        [("documents", DocumentListBlock())], verbose_name=_("papers"), blank=True,
        help_text=_("In the order in which they are read."),
    )  # fmt: skip
    outcome = models.CharField(
        _("outcome"), max_length=16, choices=Outcome.choices, default=Outcome.NONE
    )
    votes_for = votes(_("votes for"))
    votes_against = votes(_("votes against"))
    votes_abstained = votes(_("abstained"))

    text_fields = ("title", "description", "decision")
    shared_fields = ("sort_order", "starts_at", "minutes", "kind", "papers")
    live_fields = ("outcome", "votes_for", "votes_against", "votes_abstained")
    panels = [
        FieldPanel("title"), FieldPanel("description"), FieldPanel("decision"),
        FactPanel("starts_at"), FactPanel("minutes"), FactPanel("kind"), FactPanel("papers"),
        LiveFactPanel("outcome", action="outcome"),
    ]  # fmt: skip

    class Meta(FactRow.Meta):
        verbose_name = _("agenda item")

    def __str__(self) -> str:
        return str(self.title)

    @property
    def was_voted(self) -> bool:
        counts = (self.votes_for, self.votes_against, self.votes_abstained)
        return any(count is not None for count in counts)
