"""Drafts by machine at the desk: what is filled, what never is, and what a failure says."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from cms.operations.waiting import run_waiting
from cms.translations.drafts import publish_made, revision_make
from cms.translations.machine import drafting
from cms.translations.machine.drafting import Drafted, machine_draft
from cms.translations.managed import page_of
from cms.translations.models import TranslationState
from cms.translations.outside.links import link_give
from cms.translations.requests import translation_request
from cms.translations.reviewing import review_approve, review_send
from cms.translations.saving import segment_save
from cms.translations.segments.read import lines_of
from cms.translations.standing import states_refresh
from tests.factories.pages import fresh, make_event, texts_write
from tests.translations.fault_steps import is_refused, line_of
from tests.translations.people import reviewer_of, translator_of
from tests.translations.test_segments import page_of_paragraphs

pytestmark = pytest.mark.django_db
BOLD = "0. bekezdés <b>félkövér</b> szöveggel."


@pytest.fixture
def translation(locales):
    """A title and three paragraphs, none translated."""
    return translation_request(page=page_of_paragraphs(3), locale=locales["uk"])


@pytest.fixture
def browser(client, translator):
    client.force_login(translator)
    return client


def lines(translation):
    return lines_of(translation.source_id, translation.target_locale_id)


def kinds(translation):
    return [one.kind for one in lines(translation)]


def state(translation):
    return TranslationState.objects.get(translation=translation)


def url(translation, *args):
    name = "desk:machine_segment" if args else "desk:machine"
    return reverse(name, args=[translation.uuid, *args])


def said(answer):
    return " ".join(str(one).strip() for one in answer.context["messages"])


def test_a_page_is_drafted_and_marked_as_a_machines(translation, browser, machine):
    answer = browser.post(url(translation), follow=True)
    assert line_of(translation, BOLD).text == "0. BEKEZDÉS <b>FÉLKÖVÉR</b> SZÖVEGGEL."
    assert kinds(translation) == ["machine"] * 4
    assert set(StringTranslation.objects.values_list("tool_name", flat=True)) == {"LibreTranslate"}
    assert state(translation).status == TranslationState.Status.MACHINE
    assert page_of(translation).draft_title == "OLDAL"
    assert [one.state for one in answer.context["entries"]] == ["unsure"] * 4
    assert "4" in said(answer)


def test_nothing_a_person_wrote_is_touched(translation, translator, machine):
    pk = line_of(translation, BOLD).segment_id
    segment_save(translation=translation, segment_id=pk, text="Абзац", user=translator)
    StringTranslation.objects.update(has_error=True, field_error="x")
    assert machine_draft(translation=translation, user=translator) == Drafted(saved=3)
    assert line_of(translation, BOLD).text == "Абзац"
    assert BOLD not in machine.texts
    assert machine_draft(translation=translation, user=translator) == Drafted()
    assert len(machine.asked) == 1


def test_what_was_written_while_the_machine_was_asked_stays(translation, translator):
    asked = lines(translation)
    pk = line_of(translation, BOLD).segment_id
    segment_save(translation=translation, segment_id=pk, text="Абзац", user=translator)
    assert drafting._write(translation, dict.fromkeys(asked, "X"), translator, "X") == 3
    assert line_of(translation, BOLD).text == "Абзац"


def test_no_transaction_is_open_while_the_machine_is_asked(translation, translator, machine):
    mine, during = connections["default"], []
    depth = len(mine.atomic_blocks)

    def translated(text):
        during.append(len(mine.atomic_blocks))
        return text.upper()

    machine.translated = translated
    machine_draft(translation=translation, user=translator)
    assert during == [depth] * 4


def test_one_segment_is_drafted_alone(translation, browser, machine):
    pk = line_of(translation, BOLD).segment_id
    answer = browser.post(url(translation, pk))
    assert answer.url.endswith(f"#segment-{pk}")
    assert machine.texts == [BOLD]
    assert sorted(kinds(translation)) == ["", "", "", "machine"]


def test_what_was_typed_beside_it_is_saved_first(translation, browser, machine):
    title, text = line_of(translation, "Oldal"), line_of(translation, BOLD)
    typed = {f"text-{title.segment_id}": "Сторінка", f"base-{title.segment_id}": ""}
    browser.post(url(translation, text.segment_id), typed)
    assert line_of(translation, "Oldal").text == "Сторінка"
    assert machine.texts == [BOLD]


def test_a_text_that_cannot_be_saved_is_kept_and_no_machine_asked(translation, browser, machine):
    pk = line_of(translation, BOLD).segment_id
    answer = browser.post(url(translation), {f"text-{pk}": "<b>Абзац", f"base-{pk}": ""})
    assert "&lt;b&gt;Абзац" in answer.content.decode()
    assert machine.asked == []


def test_an_answer_without_its_mark_is_told_and_not_kept(translation, browser, machine):
    machine.translated = lambda text: text.upper().replace("</B>", "")
    answer = browser.post(url(translation), follow=True)
    assert sorted(kinds(translation)) == ["", "", "", "machine"]
    assert "3" in said(answer)


def test_an_earlier_translation_is_offered_rather_than_a_machines(translation, browser, machine):
    texts_write(translation, lambda text: f"{text} (uk)")
    publish_made(revision_make(translation=translation))
    page = fresh(page_of_source(translation))
    page.title = "Oldalak"
    page.save_revision().publish()
    run_waiting()
    html = browser.get(reverse("desk:edit", args=[translation.uuid])).content.decode()
    assert url(translation, line_of(translation, "Oldalak").segment_id) not in html
    browser.post(url(translation))
    assert line_of(translation, "Oldalak").text == ""
    assert machine.asked == []


def page_of_source(translation):
    return Page.objects.get(
        translation_key=translation.source.object_id, locale__language_code="hu"
    ).specific


def test_a_long_page_is_drafted_in_several_goes(locales, browser, machine):
    translation = translation_request(page=page_of_paragraphs(60), locale=locales["uk"])
    answer = browser.post(url(translation), follow=True)
    assert state(translation).missing == 11
    assert [len(body["q"]) for _path, body in machine.asked] == [10] * 5
    assert "11" in said(answer)
    browser.post(url(translation))
    assert state(translation).missing == 0


def test_what_came_before_a_failure_is_kept(locales, translator, machine):
    translation = translation_request(page=page_of_paragraphs(19), locale=locales["uk"])
    machine.translated = lambda text: text.upper() if "1" not in text else 1
    drafted = machine_draft(translation=translation, user=translator)
    assert drafted.problem.endswith(".")
    assert drafted.saved == state(translation).total - state(translation).missing
    assert drafted.saved + drafted.left == 20


def test_drafting_costs_the_same_queries_for_any_number(locales, translator, machine):
    counts = []
    for number in (5, 5, 45):  # the first fills what is kept of content types
        translation = translation_request(page=page_of_paragraphs(number), locale=locales["uk"])
        with CaptureQueriesContext(connection) as seen:
            machine_draft(translation=translation, user=translator)
        counts.append(len(seen))
        fresh(page_of_source(translation)).delete()
    assert counts[1] == counts[2]


def test_the_desk_asks_no_more_of_the_database_with_the_port_on(translation, browser, machine):
    address = reverse("desk:edit", args=[translation.uuid])
    browser.get(address)
    with CaptureQueriesContext(connection) as seen:
        html = browser.get(address).content.decode()
    assert len(seen) <= 15
    assert url(translation) in html
    assert html.count("formaction=") == 5


def test_a_locked_page_and_one_in_review_are_not_drafted(
    translation, translator, browser, users, machine
):
    page = page_of(translation)
    page.locked, page.locked_by = True, users["administrator"]
    page.save(update_fields=["locked", "locked_by"])
    address = reverse("desk:edit", args=[translation.uuid])
    assert "formaction=" not in browser.get(address).content.decode()
    answer = browser.post(url(translation), follow=True)
    assert said(answer).endswith(".")
    assert kinds(translation) == [""] * 4
    Page.objects.filter(pk=page.pk).update(locked=False, locked_by=None)
    texts_write(translation, lambda text: f"{text} (uk)")
    review_send(translation=translation, user=translator)
    with pytest.raises(ValidationError):
        machine_draft(translation=translation, user=translator)
    assert machine.asked == []


def test_a_page_that_is_locked_while_the_machine_is_asked_stays_as_it_is(
    translation, translator, users, machine
):
    page = page_of(translation)
    wanted = lines(translation)
    page.locked, page.locked_by = True, users["administrator"]
    page.save(update_fields=["locked", "locked_by"])
    with pytest.raises(ValidationError):
        drafting._write(translation, dict.fromkeys(wanted, "X"), translator, "X")
    assert kinds(translation) == [""] * 4


@pytest.mark.parametrize("args", [(), (1,)])
def test_nobody_of_another_language_asks_the_machine(translation, locales, client, machine, args):
    client.force_login(reviewer_of(locales["ar"]))
    assert is_refused(client.post(url(translation, *args)))
    with pytest.raises(PermissionDenied):
        machine_draft(translation=translation, user=translator_of(locales["ar"]))
    assert machine.asked == []


@pytest.mark.parametrize("args", [(), (1,)])
def test_where_no_service_is_set_up_there_is_no_button_and_only_a_sentence(
    translation, translator, browser, args
):
    html = browser.get(reverse("desk:edit", args=[translation.uuid])).content.decode()
    assert "formaction=" not in html
    assert said(browser.post(url(translation, *args), follow=True)).endswith(".")
    assert kinds(translation) == [""] * 4
    with pytest.raises(ValidationError):
        machine_draft(translation=translation, user=translator)


def test_a_machines_text_goes_live_by_a_reviewer_alone(translation, translator, reviewer, machine):
    machine_draft(translation=translation, user=translator)
    review_send(translation=translation, user=translator)
    assert not page_of(translation).live
    revision = page_of(translation).latest_revision_id
    with pytest.raises(PermissionDenied):
        review_approve(translation=translation, user=translator, revision_id=revision)
    assert not page_of(translation).live
    review_approve(translation=translation, user=reviewer, revision_id=revision)
    assert page_of(translation).live


def test_a_text_is_a_persons_once_it_is_confirmed(translation, browser, machine):
    browser.post(url(translation))
    draft = line_of(translation, BOLD)
    pk = draft.segment_id
    posted = {f"text-{pk}": draft.text, f"base-{pk}": draft.digest, "only": str(pk)}
    browser.post(reverse("desk:edit", args=[translation.uuid]), posted)
    assert line_of(translation, BOLD).kind == "manual"
    assert line_of(translation, BOLD).text == draft.text
    states_refresh(translation.source.object_id)
    assert state(translation).machine == 3


def test_codes_and_placeholders_stay_as_they_are(locales, translator, machine):
    page = make_event(title="EIA/2012/3.7.4. {name} ülése")
    translation = translation_request(page=page, locale=locales["uk"])
    machine_draft(translation=translation, user=translator)
    assert line_of(translation, page.title).text == "EIA/2012/3.7.4. {name} ÜLÉSE"


def test_who_came_by_a_link_has_no_machine(translation, reviewer, client, machine):
    _link, key = link_give(translation=translation, name="Minta", days=1, user=reviewer)
    client.get(reverse("outside:enter", args=[key]))
    html = client.get(reverse("outside:page")).content.decode()
    assert "<textarea" in html
    assert "formaction=" not in html
    assert client.post(url(translation)).url.startswith(reverse("wagtailadmin_login"))
    assert machine.asked == []
