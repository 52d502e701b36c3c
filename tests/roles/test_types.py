"""One page of each type × every role, for the addresses where the type matters.

The rows of the table hold for every type; where one does not, `OTHERS` says why. Anonymous visitors
meet one gate before any page is read, and what a workflow holds is the same for every type:
test_matrix asks for them. The administrator is asked only for what nobody else may open: each
screen is rendered twice at most.
"""

import pytest
from django.urls import reverse

from cms.core.registries import fact_actions
from tests.factories.every import EVERY
from tests.factories.pages import reviewed, translated
from tests.factories.users import make_translators
from tests.roles.table import READS, ROLES, WRITES, rows
from tests.roles.test_matrix import REFUSED, logged_in, send

pytestmark = pytest.mark.django_db
READERS, WRITERS = rows(READS), rows(WRITES)
PARTS = 4
OPENED = [
    f"wagtailadmin_pages:{name}" for name in ("edit", "copy", "view_draft", "unpublish", "delete")
]
POSTED = ["wagtailadmin_pages:unpublish", "wagtailadmin_pages:delete"]
#: (type, row) → the roles that the address opens to, where the table's do not hold.
OTHERS = {
    # its reference and history belong to one document
    ("resources.RecommendationPage", "wagtailadmin_pages:copy hu"): set(),
}


@pytest.mark.parametrize("part", range(PARTS))
def test_rights_are_the_same_for_every_type(locales, users, client, part):
    client.raise_request_exception = False
    make_translators()
    asked = [one for label in sorted(EVERY)[part::PARTS] for one in asked_of(label)]
    wrong = []
    for role in sorted(set(ROLES.values()) - {"anonymous"}):
        cookies = logged_in(client, role)
        for label, row, url in asked:
            may = OTHERS.get((label, row), READERS[row])
            if role == "administrator" and may != {role}:
                continue
            answer, _changes = send(client, cookies, "get", url)
            if answer.status_code not in ({200} if role in may else REFUSED):
                wrong.append(f"GET {label} {row}: {role} gets {answer.status_code}")
            if row.rpartition(" ")[0] in POSTED:
                answer, changes = send(client, cookies, "post", url)
                if answer.status_code >= 500 or bool(changes) != (role in WRITERS[row]):
                    wrong.append(f"POST {label} {row}: {role} gets {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def asked_of(label):
    """(type, row, address) of a Hungarian page and of its translation."""
    page = EVERY[label]()
    for tree, pk in (("hu", page.pk), ("en", translated(page).pk)):
        one = type(page).objects.get(pk=pk)
        reviewed(one) if tree == "en" else one.save_revision()
        for name in OPENED:
            yield label, f"{name} {tree}", reverse(name, args=[pk])
        compare = "wagtailadmin_pages:revisions_compare"
        yield label, f"{compare} {tree}", reverse(compare, args=[pk, "earliest", "latest"])
        for action in fact_actions(one, relation=""):
            yield (
                label,
                f"live_fact_action {tree}",
                reverse("live_fact_action", args=[pk, action.name]),
            )
