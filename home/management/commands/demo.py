"""`manage.py demo`: the database, the demo's content, the waiting tasks, then the running site."""

import gc
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from tqdm import tqdm

from cms.env import env
from cms.operations.waiting import drop_repeated, run_waiting
from home.demo.accounts import ACCOUNTS, hashed_passwords
from home.demo.load import load


class Ticks:
    """In place of standard output: one step of a bar for each migration that is reported done."""

    def __init__(self, bar: Any) -> None:
        self.bar = bar

    def write(self, text: str) -> None:
        self.bar.update(text.count(" OK"))

    def flush(self) -> None:
        """Nothing is kept back."""


@contextmanager
def no_collection() -> Iterator[None]:
    """Without the garbage collector, which takes a third of the time of all migrations.

    The models of every state refer to each other; they are 0.3 GB until the end of the block. A
    load of the demo needs no more than that, and takes 6 % less without it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


#: Queues of the search, whose index the worker makes while the site is already served.
IN_THE_BACKGROUND = ("search", "slow")


class Command(BaseCommand):
    help = "Sets up the demo site and serves it with its worker. A second run starts at once."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--host", default=env.web_host)
        parser.add_argument("--port", type=int, default=env.web_port)
        parser.add_argument(
            "--reset", action="store_true", help="Delete the demo's database and files first."
        )
        parser.add_argument("--no-serve", action="store_true", help="Set up only.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["reset"]:
            self.reset()
        with self.step("Database"):
            self.migrate()
        with no_collection():
            loaded = load(self.step)
        if loaded:
            with self.step("Waiting tasks"):
                drop_repeated()
                later = () if options["no_serve"] else IN_THE_BACKGROUND
                failed = run_waiting(show=sys.stderr.isatty(), but=later).failed
            if failed:
                raise CommandError(f"Tasks failed: {', '.join(sorted(set(failed)))}.")
        self.say(options)
        if not options["no_serve"]:
            sys.stdout.flush()
            os.environ |= {"WEB_HOST": options["host"], "WEB_PORT": str(options["port"])}
            # the supervisor takes this process over, without Django
            os.execv(sys.executable, [sys.executable, "-m", "cms.serve"])  # noqa: S606  (our own)

    def reset(self) -> None:
        """Ask, then delete the embedded database and the files. Raises CommandError otherwise."""
        if connection.vendor != "sqlite":
            raise CommandError("The database is not the embedded one: empty it with its own tools.")
        answer = input(f"Delete the demo's database and files in {env.data_dir}? [y/N] ")
        if answer.strip().lower() not in {"y", "yes", "i", "igen"}:
            raise CommandError("Nothing was deleted.")
        database = Path(str(connection.settings_dict["NAME"]))
        for path in database.parent.glob(f"{database.name}*"):
            path.unlink()
        for name in ("media", "cache"):
            shutil.rmtree(env.data_dir / name, ignore_errors=True)

    def migrate(self) -> None:
        """Run what is missing; where nothing is, not even Django's own receivers (0.5 s)."""
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
        if plan:
            hashed_passwords()  # made beside the migrations, for the load that follows
            bar = tqdm(total=len(plan), unit="migration", disable=not sys.stderr.isatty())
            with bar, no_collection():
                call_command("migrate", verbosity=1, no_color=True, stdout=Ticks(bar))

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
