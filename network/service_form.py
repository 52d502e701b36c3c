"""The form of a service: rules that hold between its rows."""

from itertools import combinations
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.core.admin.forms import BasePageForm
from network.opening import Hours, overlap


class ServiceForm(BasePageForm):
    def clean(self) -> Any:
        cleaned = super().clean()
        if "cost" in self.fields:  # on a translation facts are not edited
            self._check_hours()
            if not self.is_deferred_validation:
                self._check_emergency()
        return cleaned

    def _check_hours(self) -> None:
        forms = self._valid("hours")
        known = {form.cleaned_data["place"].pk for form in self._valid("places")}
        for form in forms:
            place = form.cleaned_data.get("place")
            if place and place.pk not in known:
                form.add_error("place", _("This is none of the places of the service."))
        for one, other in combinations([form for form in forms if form.is_valid()], 2):
            if overlap(hours_in(one), hours_in(other)):
                other.add_error("opens", _("These hours overlap others of the same day."))

    def _check_emergency(self) -> None:
        if self.cleaned_data.get("emergency") and not self._valid("phones"):
            self.add_error("emergency", _("Give a telephone number: people in need call first."))

    def _valid(self, relation: str) -> list[Any]:
        """Forms of rows that are filled in, right in themselves and not about to be deleted."""
        formset = self.formsets.get(relation)
        forms = formset.forms if formset is not None else []
        return [
            form
            for form in forms
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]


def hours_in(form: Any) -> Hours:
    given = form.cleaned_data
    place = given.get("place")
    return Hours(
        given["weekday"], given["opens"], given["closes"], given.get("valid_from"),
        given.get("valid_until"), place.pk if place else None,
    )  # fmt: skip
