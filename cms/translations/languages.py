"""What comes with a language: its groups, a draft home page, its place in the one review."""

from typing import Any

from django.db import connections, transaction
from wagtail.models import Locale, Page, Workflow, WorkflowPage, WorkflowTask

from cms.languages import LANGUAGES, SOURCE
from cms.translations.homes import home_make
from cms.translations.models import LanguageTeam, LocaleReviewTask
from cms.translations.teams import team_make, teams_make

#: Named as Wagtail's own: administrators may name it anew.
REVIEW = "Review of translations"


def locale_saved(instance: Locale, created: bool, raw: bool = False, **_kwargs: Any) -> None:
    """Receiver of `post_save`: the source language needs nothing of it."""
    if created and not raw and instance.language_code != SOURCE:
        language_make(instance)


def language_make(locale: Locale) -> None:
    """Idempotent."""
    with transaction.atomic():
        team_make(locale)
        if locale.language_code in {one.code for one in LANGUAGES}:
            home_make(locale)
        review_join(locale)


def languages_made(*, using: str = "default", **_kwargs: Any) -> None:
    """Receiver of `post_migrate`: languages that are older than this room get what is theirs."""
    if LanguageTeam._meta.db_table not in connections[using].introspection.table_names():
        return  # this room's tables were taken away
    if teams_make() is not None:
        for locale in Locale.objects.exclude(language_code=SOURCE):
            review_join(locale)


def review_join(locale: Locale) -> None:
    """The language's home page, where there is one, comes under the review of translations."""
    home = Page.objects.filter(depth=2, locale=locale).first()
    if home is not None and not WorkflowPage.objects.filter(page=home).exists():
        WorkflowPage.objects.create(page=home, workflow=review_make())


def review_make() -> Workflow:
    """The one workflow of translations, made where it is missing."""
    task = LocaleReviewTask.objects.filter(active=True).first()
    task = task or LocaleReviewTask.objects.create(name=REVIEW, active=True)
    found: Workflow | None = Workflow.objects.filter(active=True, workflow_tasks__task=task).first()
    if found is None:
        found = Workflow.objects.create(name=REVIEW, active=True)
        WorkflowTask.objects.create(workflow=found, task=task, sort_order=0)
    return found
