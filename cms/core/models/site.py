"""What the site says of itself, per language, and its menus."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Locale, Orderable, Page


@register_setting(icon="site")
class SiteIdentity(ClusterableModel, BaseSiteSetting):
    panels = [
        InlinePanel("texts", heading=_("Name and texts per language"), label=_("language")),
        InlinePanel("menu_items", heading=_("Menus"), label=_("menu entry")),
    ]

    class Meta:
        verbose_name = _("name, texts and menus of the site")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


class SiteText(models.Model):
    identity = ParentalKey(SiteIdentity, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.PROTECT)
    name = models.CharField(_("name of the site"), max_length=120)
    owner = models.CharField(_("who runs it"), max_length=120, blank=True)
    claim = models.CharField(_("claim"), max_length=200, blank=True)
    funding = models.TextField(_("funding notice"), blank=True)
    footer = models.TextField(_("footer"), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["identity", "locale"], name="one_site_text")]

    def __str__(self) -> str:
        return str(self.name)


class MenuItem(Orderable):
    """One entry of a menu: a page of the source language, shown in every language that has it."""

    class Menu(models.TextChoices):
        MAIN = "main", _("Main menu")
        FOOTER = "footer", _("Footer")

    identity = ParentalKey(SiteIdentity, on_delete=models.CASCADE, related_name="menu_items")
    menu = models.CharField(_("menu"), max_length=8, choices=Menu.choices, default=Menu.MAIN)
    page = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("menu"), PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.menu}: {self.page_id}"
