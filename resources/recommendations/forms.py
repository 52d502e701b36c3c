"""The form of a recommendation: what the form of a page alone cannot see, its rows together."""

from typing import Any

from cms.core.admin.forms import BasePageForm
from resources.recommendations.references import twice_numbered


class RecommendationForm(BasePageForm):
    def is_valid(self) -> bool:
        return bool(super().is_valid()) and self._numbers_differ()

    def _numbers_differ(self) -> bool:
        """Whether each item has its own number; the sentence stands at the second one."""
        seen: list[str] = []
        for form in self._item_forms():
            number = form.cleaned_data.get("number", "")
            seen.append(number)
            if number and (sentence := twice_numbered(seen)):
                form.add_error("number", sentence)
                return False
        return True

    def _item_forms(self) -> list[Any]:
        formset = self.formsets.get("items")
        if formset is None:
            return []
        return [
            form
            for form in formset.forms
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]
