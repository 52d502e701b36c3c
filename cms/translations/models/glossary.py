"""The glossary: what a Hungarian term is called in each language, and what it means.

A term is no page and is the same record in all languages; terms of one concept are preferred,
admitted or deprecated (ISO 30042, TBX: administrative status).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Locale

#: Characters of a term.
LONGEST = 120


class Term(ClusterableModel):
    text = models.CharField(
        _("term in Hungarian"), max_length=LONGEST,
        help_text=_("In its dictionary form; inflected forms are found by themselves."),
    )  # fmt: skip
    domain = models.CharField(
        _("domain"), max_length=60, blank=True,
        help_text=_("Tells two terms apart that are written alike, such as law or housing."),
    )  # fmt: skip
    definition = models.TextField(_("definition in Hungarian"), blank=True)
    is_forbidden = models.BooleanField(
        _("not to be used"), default=False,
        help_text=_("Warns whoever meets the term; it stands in no public glossary."),
    )  # fmt: skip
    is_public = models.BooleanField(_("in the public glossary"), default=True)
    updated_at = models.DateTimeField(auto_now=True)

    panels = [
        MultiFieldPanel(
            [FieldPanel("text"), FieldPanel("domain"), FieldPanel("definition"),
             FieldPanel("is_forbidden"), FieldPanel("is_public")],
            heading=_("The same in all languages"),
        ),
        InlinePanel("translations", heading=_("In other languages"), label=_("translation")),
    ]  # fmt: skip

    class Meta:
        verbose_name = _("term of the glossary")
        verbose_name_plural = _("glossary")
        ordering = ["text", "domain"]
        constraints = [
            models.UniqueConstraint(
                fields=["text", "domain"], name="one_term_a_domain",
                violation_error_message=_("This term is there already: name another domain."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.text} ({self.domain})" if self.domain else str(self.text)


class TermTranslation(models.Model):
    class Status(models.TextChoices):
        PREFERRED = "preferred", _("Preferred term")
        ADMITTED = "admitted", _("Admitted term")
        DEPRECATED = "deprecated", _("Deprecated term")

    term = ParentalKey(Term, on_delete=models.CASCADE, related_name="translations")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.PROTECT)
    text = models.CharField(_("text"), max_length=LONGEST)
    status = models.CharField(
        _("status"), max_length=10, choices=Status.choices, default=Status.PREFERRED
    )
    definition = models.TextField(_("definition in this language"), blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    panels = [
        FieldPanel("locale"), FieldPanel("text"), FieldPanel("status"), FieldPanel("definition"),
    ]  # fmt: skip

    class Meta:
        ordering = ["term", "locale", "-status", "text"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "locale", "text"], name="one_translation_once",
                violation_error_message=_("This translation is there already."),
            ),
            models.UniqueConstraint(
                fields=["term", "locale"], condition=models.Q(status="preferred"),
                name="one_preferred_term",
                violation_error_message=_("Only one preferred term per language."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.text)
