"""The room `resources` as a Django app; what it keeps closed joins the kernel's gates of files."""

from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "resources"

    def ready(self) -> None:
        from cms.core.registries import register_file_gate
        from resources.holdings.file_gate import is_closed

        register_file_gate(is_closed)
