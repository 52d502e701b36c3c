"""Drift finds what a bulk write broke; two writers bring no old fact back; costs stay flat."""

import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.core.facts.drift import drift_everywhere
from cms.core.facts.propagate import propagate
from cms.core.facts.signals import facts_written
from network.models import AgendaItem, EventPage
from tests.core.fact_steps import NEW, assert_new_everywhere, change_source, make_pair
from tests.factories.pages import fresh, published, reviewed


@pytest.mark.django_db
def test_drift_finds_and_propagate_repairs(locales):
    pair = make_pair()
    assert drift_everywhere() == []
    EventPage.objects.filter(pk=pair.english.pk).update(room="Wrong")
    AgendaItem.objects.filter(page=pair.english).first().delete()
    assert [(s.pk, ids) for s, ids in drift_everywhere()] == [(pair.source.pk, {pair.english.pk})]
    propagate(fresh(pair.source))
    assert drift_everywhere() == []
    assert fresh(pair.english).room == fresh(pair.source).room


@pytest.mark.django_db
def test_facts_written_names_every_page_that_changed(locales):
    pair = make_pair()
    seen = []

    def listen(source, page_ids, **_kwargs):
        seen.append(page_ids)

    revision = change_source(pair)
    facts_written.connect(listen)
    try:
        revision.publish()
    finally:
        facts_written.disconnect(listen)
    assert seen[-1] == {pair.source.pk, pair.english.pk}


@pytest.mark.django_db
def test_propagate_costs_the_same_for_more_rows(locales):
    def cost(pair, minutes):
        AgendaItem.objects.filter(page=pair.source).update(minutes=minutes)
        with CaptureQueriesContext(connection) as captured:
            propagate(fresh(pair.source))
        return len(captured)

    pair = make_pair()
    few = cost(pair, 3)
    source = fresh(pair.source)
    source.agenda = [*source.agenda.all(), *(AgendaItem(title=f"{n}") for n in range(20))]
    published(source)
    assert cost(pair, 4) == few


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("sqlite" in connection.vendor, reason="SQLite has one writer at a time")
def test_two_writers_at_once_leave_no_old_fact():
    from cms.translations.homes import homes_make

    for page in homes_make():
        page.save_revision().publish()
    pair = make_pair()
    revision, stale = change_source(pair), reviewed(fresh(pair.english))
    ready = threading.Barrier(2)

    def publish(which):
        try:
            ready.wait(10)
            which.publish()
        finally:
            connection.close()

    threads = [threading.Thread(target=publish, args=[which]) for which in (revision, stale)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert_new_everywhere(pair)
    assert fresh(pair.english).room == NEW["room"]
