"""An engine that is down is said in one sentence; nothing is lost, and it comes back by itself."""

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.operations.health.registry import findings
from cms.operations.waiting import run_waiting
from search.engines.current import engine
from search.models import SearchDocument
from tests.factories.pages import StandardPageFactory, home_in, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def down(locales):
    """No index, as after a disk fault; given back by the test that needs it."""
    published(StandardPageFactory(parent=home_in("hu"), title="Lakhatási tanácsadás"))
    run_waiting()
    engine().remove()
    yield
    engine().create()


def waiting():
    return DBTaskResult.objects.filter(
        task_path="search.indexing.tasks.index_page", status="READY"
    ).count()


@pytest.mark.parametrize("lang", ["hu", "en", "ar"])
def test_visitors_get_a_sentence_and_what_the_database_has(down, client, lang):
    response = client.get(f"/{lang}/search/", {"q": "lakhatasi"})
    assert response.status_code == 503
    html = response.content.decode()
    assert 'role="status"' in html
    assert ("Lakhatási tanácsadás" in html) == (lang == "hu")
    assert "noindex" in html
    feed = client.get(f"/{lang}/search/feed.atom", {"q": "lakhatasi"})
    assert feed.status_code == 503
    assert feed["Retry-After"]


def test_suggestions_need_no_engine(down, client):
    found = client.get("/hu/search/suggestions/", {"q": "lakh"}).json()
    assert [one["title"] for one in found] == ["Lakhatási tanácsadás"]


def test_writes_wait_and_are_done_when_it_is_back(down):
    page = published(StandardPageFactory(parent=home_in("hu"), title="Bérlet"))
    run_waiting()
    assert waiting() >= 1
    assert not SearchDocument.objects.filter(page=page).exists()
    engine().create()
    DBTaskResult.objects.update(run_after=timezone.now())
    run_waiting()
    assert waiting() == 0
    assert SearchDocument.objects.filter(page=page).exists()


def test_operators_are_told(down):
    [found] = [one for one in findings() if one.check.name == "search"]
    assert found.sentence
    engine().create()
    [found] = [one for one in findings() if one.check.name == "search"]
    assert found.is_well
