"""`manage.py make_home_pages`: a real home page for every language, before translating begins."""

from typing import Any

from django.core.management import BaseCommand

from cms.translations.homes import homes_make


class Command(BaseCommand):
    help = "Makes the draft home page of each language that has none. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        made = homes_make()
        self.stdout.write(f"{len(made)} home pages made.")
