"""Wagtail's admin with our mails about translations beside its own about pages."""

from wagtail.admin.apps import WagtailAdminAppConfig


class AdminConfig(WagtailAdminAppConfig):
    """The same application; each of Wagtail's connections is put anew under its own name."""

    def ready(self) -> None:
        from wagtail.models import TaskState, WorkflowState
        from wagtail.signals import (
            task_submitted,
            workflow_approved,
            workflow_rejected,
            workflow_submitted,
        )

        from cms.translations.mails import notifiers

        super().ready()
        for signal, done, page_mail in (
            (workflow_submitted, "submitted", notifiers.PageSubmitted()),
            (workflow_approved, "approved", notifiers.PageApproved()),
            (workflow_rejected, "rejected", notifiers.PageSentBack()),
        ):
            name = f"workflow_state_{done}_email_notification"
            signal.disconnect(sender=WorkflowState, dispatch_uid=name)
            signal.connect(page_mail, sender=WorkflowState, dispatch_uid=name, weak=False)
        for signal, sender, our_mail in (
            (task_submitted, TaskState, notifiers.TranslationSubmitted()),
            (workflow_approved, WorkflowState, notifiers.TranslationApproved()),
            (workflow_rejected, WorkflowState, notifiers.TranslationSentBack()),
        ):
            name = f"translation_{our_mail.notification}"
            signal.connect(our_mail, sender=sender, dispatch_uid=name, weak=False)
