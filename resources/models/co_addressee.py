"""Others who are asked for the same: an item has one addressee that owes the answer."""

from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.core.models.relations import ONE_OF_TWO, RelationRecord, one_of
from resources.holdings.choosing import PUBLISHERS, check_chosen
from resources.models.addressee import Addressee


class CoAddressee(RelationRecord):
    """`recommendation` and `organisation` are source-language pages; items go by their key.

    An addressee with a page here and that page are the same: both stand at the page.
    """

    recommendation = models.ForeignKey(
        "resources.RecommendationPage", verbose_name=_("recommendation"),
        on_delete=models.CASCADE, related_name="co_addressees",
    )  # fmt: skip
    item_key = models.UUIDField(_("item"))
    addressee = models.ForeignKey(
        Addressee, verbose_name=_("addressee"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+", help_text=_("For those who have no page here."),
    )  # fmt: skip
    organisation = models.ForeignKey(
        "network.OrganisationPage", verbose_name=_("organisation"), null=True, blank=True,
        on_delete=models.CASCADE, related_name="+",
    )  # fmt: skip

    class Meta:
        verbose_name = _("co-addressee")
        verbose_name_plural = _("co-addressees")
        constraints = [
            models.CheckConstraint(
                condition=one_of("addressee", "organisation"), name="co_addressee_of_one",
                violation_error_message=ONE_OF_TWO,
            ),
            models.UniqueConstraint(
                fields=["recommendation", "item_key", "addressee"],
                condition=Q(addressee__isnull=False), name="one_co_addressee",
            ),
            models.UniqueConstraint(
                fields=["recommendation", "item_key", "organisation"],
                condition=Q(organisation__isnull=False), name="one_asked_organisation",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["item_key"])]

    def __str__(self) -> str:
        return f"{self.recommendation.reference}: {self.asked}"

    @property
    def asked(self) -> Any:
        return self.organisation or self.addressee

    def clean(self) -> None:
        super().clean()
        if bool(self.addressee_id) == bool(self.organisation_id):
            raise ValidationError(ONE_OF_TWO)
        check_chosen("organisation", self.organisation, PUBLISHERS)
        if self._owes_the_answer():
            raise ValidationError(_("This item is addressed to it: it owes the answer already."))
        if self._others().exists():
            raise ValidationError(_("This is entered already."))

    @property
    def _page_ids(self) -> set[int]:
        """Its page here, named by itself or by the addressee's record."""
        by_record = self.addressee.organisation_id if self.addressee else None
        return {pk for pk in (self.organisation_id, by_record) if pk}

    @property
    def _same_addressee(self) -> Q:
        same = Q(addressee__organisation__in=self._page_ids)
        return same | Q(addressee=self.addressee_id) if self.addressee_id else same

    def _owes_the_answer(self) -> bool:
        items = apps.get_model("resources", "RecommendationItem").objects.filter(
            page=self.recommendation_id, translation_key=self.item_key
        )
        return bool(items.filter(self._same_addressee).exists())

    def _others(self) -> Any:
        """Records that ask the same one for the same item."""
        same = self._same_addressee | Q(organisation__in=self._page_ids)
        others = CoAddressee.objects.exclude(pk=self.pk)
        return others.filter(same, recommendation=self.recommendation_id, item_key=self.item_key)
