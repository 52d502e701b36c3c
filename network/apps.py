"""The room `network` as a Django app; its actions join the kernel's."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "network"

    def ready(self) -> None:
        from network.actions import register_actions

        register_actions()
