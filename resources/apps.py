"""The room `resources` as a Django app: its actions, links and closed files join the kernel's."""

from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    name = "resources"

    def ready(self) -> None:
        from cms.core.registries import (
            register_file_gate,
            register_page_extra,
            register_row_extra,
        )
        from resources.holdings.file_gate import closed_files
        from resources.recommendations.actions import register_actions
        from resources.recommendations.ties import ADOPTED_HERE, AGENDA_TIES, ASKED_TOGETHER

        register_file_gate(closed_files)
        register_actions()
        register_row_extra("network.EventPage", "agenda", AGENDA_TIES)
        register_page_extra("network.OrganisationPage", ASKED_TOGETHER)
        register_page_extra("network.RoundtablePage", ADOPTED_HERE)
