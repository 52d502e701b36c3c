"""The room `network` as a Django app; its actions and its hidden people join the kernel's."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "network"

    def ready(self) -> None:
        from cms.core.facts.signals import follow_facts
        from cms.core.registries import register_hidden
        from network.actions import register_actions
        from network.consent import hidden_people, photo_uses_follow
        from network.member_actions import register_member_actions
        from network.minutes import minutes_uses_follow
        from network.service_actions import register_service_actions

        register_actions()
        register_member_actions()
        register_service_actions()
        register_hidden(hidden_people)
        follow_facts(photo_uses_follow)
        follow_facts(minutes_uses_follow)
