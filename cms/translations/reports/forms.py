"""What a reader is asked who reports an error: what is wrong, and where. Never who it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.core.figures import Figure

#: Characters of what is wrong, and of the passage that it is about.
LONGEST, LONGEST_PASSAGE = 2000, 500


class Lines(forms.CharField):
    """Browsers count a line's end as one character and send two of them."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        self.longest = longest
        super().__init__(widget=forms.Textarea, **kwargs)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")

    def validate(self, value: Any) -> None:
        super().validate(value)
        if "\0" in value:
            raise forms.ValidationError(
                _("This text holds a sign that cannot be stored: type it anew.")
            )
        if len(value) > self.longest:
            sentence = _("This text is too long: %(most)s characters at most.")
            raise forms.ValidationError(sentence % {"most": Figure(self.longest)})


class ReportForm(forms.Form):
    text = Lines(longest=LONGEST, error_messages={"required": gettext_lazy("Say what is wrong.")})
    passage = Lines(longest=LONGEST_PASSAGE, required=False)
    #: No reader sees this field: what is written into it was written by a program.
    website = forms.CharField(required=False)

    @property
    def is_of_a_program(self) -> bool:
        return bool(self.data.get("website", "").strip())
