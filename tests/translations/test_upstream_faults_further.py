"""A machine translation service that fails, and further ways in which three of the faults of
wagtail-localize show, none of them open here."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import WorkflowState

from cms.operations.waiting import run_waiting
from cms.translations.requests import translation_request
from home.models import StandardPage
from search.models import SearchDocument
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated
from tests.translations import fault_steps as steps
from tests.translations.machines import is_deepl, sentences

pytestmark = pytest.mark.django_db


def test_fault_03_a_review_is_neither_passed_by_nor_cancelled(twin, translation, admin, translator):
    """During a running workflow a publisher who is no reviewer publishes: what waited for review
    is live, and the workflow is cancelled without a word."""
    task, before = steps.in_review(translation, twin, translator), steps.public(twin)
    with pytest.raises(ValidationError):
        steps.write(translation, "Ülés", "Засідання", translator)
    steps.publish_anyhow(twin, admin)
    assert steps.public(twin) == before
    state = WorkflowState.objects.get(pk=task.workflow_state_id)
    assert state.status == WorkflowState.STATUS_IN_PROGRESS
    assert state.current_task_state_id == task.pk


@pytest.fixture
def missing(event, locales):
    """A translation without a text."""
    return translation_request(page=event, locale=locales["uk"])


@pytest.mark.parametrize("answer", [(500, b"Oops"), (413, b""), (200, b"<html>"), None])
def test_fault_09_a_machine_that_is_down_is_a_sentence(missing, admin, settings, machine, answer):
    """Where LibreTranslate cannot be reached or DeepL answers with an error, its view of machine
    translation is 500: `requests` and `response.json()` raise, and nothing catches them."""
    machine.answer = (lambda: answer) if answer else machine.close
    steps.assert_closed(admin, "machine_translate", missing.pk)
    for asked in (1, 2):
        answered = admin.post(reverse("desk:machine", args=[missing.uuid]), follow=True)
        assert answered.status_code == 200
        [said] = answered.context["messages"]
        assert said.level_tag == "error"
        assert str(said).strip() in sentences()
        assert not any(one.text for one in steps.lines(missing))
        assert len(machine.asked) == asked
        is_deepl(machine, settings)


def test_fault_19_what_is_an_alias_already_is_not_found(locales, admin):
    """Such aliases are in the search, and become pages of their own by a click."""
    page = published(StandardPageFactory(parent=home_in("hu"), title="Lakhatás"))
    english = translated(page, "en", "")
    StandardPage.objects.filter(pk=english.pk).update(alias_of=page)
    fresh(page).save_revision().publish()
    run_waiting()
    assert SearchDocument.objects.filter(page=page).exists()
    assert not SearchDocument.objects.filter(page=english).exists()
    hits = admin.get("/en/search/", {"q": "lakhatás"}).context["hits"]
    assert [hit for hit in hits if hit.url == english.url_path] == []
    answer = admin.post(reverse("wagtailadmin_pages:convert_alias", args=[english.pk]))
    assert steps.is_refused(answer)
    assert fresh(english).alias_of_id == page.pk


def test_fault_19_a_new_paragraph_waits_for_its_translation(event, twin, client):
    """Its sync with *publish* puts the new Hungarian paragraph on the live translation."""
    before = steps.public(twin)
    source = fresh(event)
    source.body = [("text", "<p>Új bekezdés</p>")]
    source.save_revision().publish()
    run_waiting()
    assert steps.public(twin) == before
    html = BeautifulSoup(client.get(twin.url_path).content, "html.parser")
    notice = html.select_one("[role=note]").extract()  # says in Hungarian what is new there
    assert notice.select_one("[lang=hu]").find("ins", string="Új bekezdés")
    assert "Új bekezdés" not in html.text
    assert "Új bekezdés" in client.get(event.url_path).content.decode()
