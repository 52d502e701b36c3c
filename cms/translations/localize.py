"""wagtail-localize as data: its tables, and none of its hooks, addresses or views."""

from types import SimpleNamespace

from wagtail_localize.apps import WagtailLocalizeAppConfig


class LocalizeDataConfig(WagtailLocalizeAppConfig):
    def ready(self) -> None:
        super().ready()
        # Wagtail looks for `wagtail_hooks` in the module of each app: one without a path has none
        self.module = SimpleNamespace(__name__=self.name)
