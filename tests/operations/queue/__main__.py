"""`make soak-queue`: the whole soak on one database, told as a line of figures."""

import sys

import django

django.setup()

from django.db import connection  # noqa: E402  (needs the settings)

from tests.operations.queue.fresh import fresh_database  # noqa: E402  (needs the app registry)
from tests.operations.queue.soak import Plan, Soak  # noqa: E402  (needs the app registry)


def main():
    with fresh_database() as nursery:
        found = Soak(nursery, Plan()).run()
    told = "  ".join(f"{key} {value}" for key, value in vars(found).items())
    print(f"{connection.vendor:<12}{told}{'' if found.is_whole else '  BROKEN'}", flush=True)
    return 0 if found.is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
