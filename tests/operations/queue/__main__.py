"""`make soak-queue`: the whole soak on each database, a line of figures each."""

import sys

import django

django.setup()

from tests.operations.queue.fresh import fresh_databases  # noqa: E402  (needs the app registry)
from tests.operations.queue.soak import Plan, Soak  # noqa: E402  (needs the app registry)


def main():
    whole = True
    for name, nursery in fresh_databases():
        found = Soak(nursery, Plan()).run()
        told = "  ".join(f"{key} {value}" for key, value in vars(found).items())
        print(f"{name:<12}{told}{'' if found.is_whole else '  BROKEN'}", flush=True)
        whole = whole and found.is_whole
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
