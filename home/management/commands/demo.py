"""`manage.py demo`: the database, the demo's content, the waiting tasks, then the running site."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command

from cms.operations.waiting import run_waiting
from home.demo.accounts import ACCOUNTS
from home.demo.load import load


class Command(BaseCommand):
    help = "Sets up the demo site and serves it with its worker. A second run starts at once."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="Set up only.")

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in (settings.DATA_DIR, settings.STATIC_ROOT):
            folder.mkdir(parents=True, exist_ok=True)
        with self.step("Database"):
            call_command("migrate", verbosity=0)
        if load(self.step):
            with self.step("Waiting tasks"):
                run_waiting(show=sys.stderr.isatty())
        self.say(options)
        if not options["no_serve"]:
            sys.stdout.flush()
            host, port = options["host"], str(options["port"])
            arguments = [sys.executable, "-m", "cms.serve", "--host", host, "--port", port]
            os.execv(sys.executable, arguments)  # noqa: S606  (the supervisor, without Django)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        self.stdout.write(f"  {name} …")
        self.stdout.flush()
        yield
        self.stdout.write(f"  {name}: {time.perf_counter() - started:.1f} s")

    def say(self, options: dict[str, Any]) -> None:
        address = f"http://{options['host']}:{options['port']}"
        lines = [f"\nThe site: {address}/hu/    The admin: {address}/admin/"]
        lines += [f"  {a.role:<14} {a.username:<10} {a.password}" for a in ACCOUNTS]
        self.stdout.write("\n".join([*lines, "Stop it with Ctrl-C.\n"]))
