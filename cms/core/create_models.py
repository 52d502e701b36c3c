"""A migration's operation that creates many models at once.

Every page type is related to every other one through `Page`. Django renders all related models
anew after each `CreateModel`, which for our tables took half the time of a fresh `migrate`; here
they are rendered once for all.
"""

from typing import Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class CreateModels(Operation):
    """`CreateModel`s of one app that may refer to each other in any direction."""

    def __init__(self, models: list[CreateModel]) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: Any) -> None:
        # The rendered models are a cached property of the state, made again when next asked for
        state.__dict__.pop("apps", None)
        for model in self.models:
            model.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        for model in self.models:
            model.database_forwards(app_label, editor, before, after)

    def database_backwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
        for model in reversed(self.models):
            model.database_backwards(app_label, editor, before, after)

    def describe(self) -> str:
        return f"Create models {', '.join(model.name for model in self.models)}"
