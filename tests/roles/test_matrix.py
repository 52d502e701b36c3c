"""Every address × every role, GET and POST: nobody opens or changes more than the table says."""

from http.cookies import SimpleCookie

import pytest
from django.db import connection, transaction

from tests.factories.users import PASSWORD
from tests.roles.addresses import addresses
from tests.roles.posts import form_in
from tests.roles.table import READS, ROLES, STOCK_ERRORS, WRITES, rows
from tests.roles.world import World

pytestmark = pytest.mark.django_db
READERS, WRITERS = rows(READS), rows(WRITES)
PARTS = 6
#: Who sits in front of a form is noted, and a session is: neither is a change of the site.
NO_CHANGE = ("django_session", "wagtailadmin_editingsession")
REFUSED = {302, 400, 403, 404, 405, 410, 429}


@pytest.fixture
def world(locales, users):
    return World(users)


def test_the_table_has_a_row_for_every_address_and_no_other(world):
    known = {address.row for address in addresses(world)}
    assert known - set(READERS) == set()
    assert set(READERS) - known == set()
    assert set(WRITERS) - known == set()


@pytest.mark.parametrize("part", range(PARTS))
def test_matrix(world, client, part):
    asked = list(addresses(world))[part::PARTS]
    client.raise_request_exception = False
    forms, wrong = {}, []
    for role in sorted(ROLES.values()):  # the administrator first, who is shown every form
        cookies = logged_in(client, role)
        for address in asked:
            answer, _changes = send(client, cookies, "get", address.url)
            if role == "administrator":
                forms[address.row] = form_in(answer)
            wrong += faults(address.row, role, answer.status_code)
            answer, changes = send(client, cookies, "post", address.url, forms[address.row])
            wrong += post_faults(address.row, role, answer.status_code, changes)
    assert not wrong, "\n".join(wrong)


def logged_in(client, role):
    client.logout()
    if role != "anonymous":
        client.login(username=role, password=PASSWORD)
    return {name: morsel.value for name, morsel in client.cookies.items()}


def send(client, cookies, method, url, data=None):
    """The answer, and the statements that changed something; all of it is rolled back."""
    changes = []

    def note(execute, sql, params, many, context):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")) and not any(n in sql for n in NO_CHANGE):
            changes.append(sql)
        return execute(sql, params, many, context)

    client.cookies = SimpleCookie(cookies)
    point = transaction.savepoint()
    with connection.execute_wrapper(note):
        answer = getattr(client, method)(url, data)
    transaction.savepoint_rollback(point)
    return answer, changes


def faults(row, role, status):
    may = role in READERS.get(row, ())
    if (may == (status == 200) and (may or status in REFUSED)) or row in STOCK_ERRORS:
        return []
    return [f"GET {row}: {role} gets {status}"]


def post_faults(row, role, status, changes):
    found = []
    if status not in {200, *REFUSED} and row not in STOCK_ERRORS:
        found.append(f"POST {row}: {role} gets {status}")
    if bool(changes) != (role in WRITERS.get(row, ())):
        found.append(f"POST {row}: {role} changed {changes[:2]}")
    return found
