"""The topic thesaurus: SKOS concepts with labels and notes per language, for facets and search.

A topic is no page and is the same record in all languages (W3C SKOS Reference, 2009).
"""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Locale


class Topic(ClusterableModel):
    class Status(models.TextChoices):
        CANDIDATE = "candidate", _("Candidate")
        APPROVED = "approved", _("Approved")
        DEPRECATED = "deprecated", _("Deprecated")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    notation = models.CharField(
        _("notation"), max_length=60, unique=True,
        help_text=_("A stable code in Latin letters, such as housing or work.permit."),
    )  # fmt: skip
    status = models.CharField(
        _("status"), max_length=12, choices=Status.choices, default=Status.APPROVED
    )
    broader = models.ForeignKey(
        "self", verbose_name=_("broader topic"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="narrower",
    )  # fmt: skip
    related = models.ManyToManyField("self", verbose_name=_("related topics"), blank=True)
    exact_match = models.URLField(
        _("exact match"), blank=True,
        help_text=_("The same concept in a public thesaurus such as EuroVoc."),
    )  # fmt: skip

    panels = [
        MultiFieldPanel(
            [FieldPanel("notation"), FieldPanel("status"), FieldPanel("broader"),
             FieldPanel("related"), FieldPanel("exact_match")],
            heading=_("The same in all languages"),
        ),
        InlinePanel("labels", heading=_("Labels per language"), label=_("label"), min_num=1),
        InlinePanel("notes", heading=_("Notes per language"), label=_("note")),
    ]  # fmt: skip

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["notation"]

    def __str__(self) -> str:
        return str(self.notation)

    def clean(self) -> None:
        super().clean()
        above, seen = self.broader, {self.pk}
        while above is not None:
            if above.pk in seen:
                raise ValidationError(
                    {"broader": _("A topic cannot stand above itself. Choose another one.")}
                )
            seen.add(above.pk)
            above = above.broader


class TopicLabel(models.Model):
    class Kind(models.TextChoices):
        PREFERRED = "preferred", _("Preferred label")
        ALTERNATIVE = "alternative", _("Alternative label")
        HIDDEN = "hidden", _("Hidden label (misspelling, transliteration)")

    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="labels")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.PROTECT)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.PREFERRED)
    text = models.CharField(_("text"), max_length=120)

    class Meta:
        ordering = ["topic", "locale", "kind", "text"]
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "locale"], condition=models.Q(kind="preferred"),
                name="one_preferred_label",
                violation_error_message=_("Only one preferred label per language."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.text)


class TopicNote(models.Model):
    class Kind(models.TextChoices):
        DEFINITION = "definition", _("Definition")
        SCOPE = "scope", _("Scope note")

    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="notes")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.PROTECT)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.DEFINITION)
    text = models.TextField(_("text"))

    def __str__(self) -> str:
        return str(self.text)
