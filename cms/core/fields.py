"""Field types that the kernel's models share: lists of codes from a fixed set of choices."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

Choices = Iterable[tuple[str, Any]]


class CodeListField(models.JSONField):
    """A list of codes such as `["migrants", "press"]`, each from `codes`, ticked in a form.

    `codes` is a function that gives (code, label) pairs, so that no migration holds the labels.
    """

    def __init__(self, *args: Any, codes: Callable[[], Choices] | None = None, **kwargs: Any):
        self.codes = codes or tuple
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs

    def validate(self, value: Any, model_instance: Any) -> None:
        super().validate(value, model_instance)
        known = {code for code, _label in self.codes()}
        if not isinstance(value, list) or not set(map(str, value)) <= known:
            raise ValidationError(_("Choose only from the list."), code="invalid_choice")

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            choices=self.codes,
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            initial=self.get_default(),
            widget=forms.CheckboxSelectMultiple,
        )
