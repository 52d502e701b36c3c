"""The room `cms.operations` as a Django app: its jobs, its health checks, the schedule."""

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "cms.operations"
    label = "operations"

    def ready(self) -> None:
        from cms.core.databases.watch import keep_out
        from cms.operations.health.checks import register_checks
        from cms.operations.jobs.tasks import register_jobs
        from cms.operations.mail.sending import transport_rest
        from cms.operations.panel.sections import register_sections
        from cms.operations.queue import on_tick
        from cms.operations.schedule.due import Clockwork

        keep_out(*(model._meta.db_table for model in self.get_models()))
        register_jobs()
        register_sections()
        register_checks()
        on_tick(Clockwork().tick, LOOK_EACH)
        on_tick(transport_rest, LOOK_EACH)


#: Seconds between two looks of a worker at the schedule, and at idle connections for mail.
LOOK_EACH = 5
