"""Listings use `current`, page addresses and the search use `visible`; both leave out the rest."""

import pytest
from django.db import connection
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction

from cms.core.facts.change import facts_change
from cms.core.visibility import current_pages, visible_pages
from home.models import HomePage, StandardPage
from tests.factories.pages import StandardPageFactory, fresh, home_in, published, translated

pytestmark = pytest.mark.django_db


def page(**values):
    return published(StandardPageFactory(parent=home_in("hu"), **values))


def names(queryset):
    return {row.title for row in queryset}


def test_drafts_private_aliases_and_other_languages_are_not_visible(locales):
    shown, draft, private = page(title="Látszik"), page(title="Vázlat"), page(title="Zárt")
    below = published(StandardPageFactory(parent=private, title="Zárt alatt"))
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    CreatePageAliasAction(shown, update_slug="alias", parent=home_in("hu")).execute(
        skip_permission_checks=True
    )
    translated(shown)
    assert names(StandardPage.objects.visible(locales["hu"])) == {"Látszik"}
    assert names(StandardPage.objects.visible(locales["en"])) == {"Látszik (en)"}
    assert below.live


def test_withdrawn_is_visible_but_not_current_in_every_language(locales):
    shown = page(title="Régi")
    translated(shown)
    from django.utils import timezone

    facts_change(page=fresh(shown), fields={"withdrawn_at": timezone.now(),
                                            "withdrawn_reason": "superseded"})  # fmt: skip
    for code in ("hu", "en"):
        assert StandardPage.objects.visible(locales[code]).count() == 1
        assert StandardPage.objects.current(locales[code]).count() == 0


def test_withdrawn_page_opens_with_its_banner_and_explanation(locales, client, users):
    from cms.core.admin.actions import carry_out
    from cms.core.registries import fact_action

    shown = page(title="Régi", slug="regi")
    translated(shown)
    action = fact_action("withdraw")
    form = action.form(
        {"reason": "out_of_date", "explanation_hu": "Elavult a díjszabás."}, page=shown
    )
    assert form.is_valid(), form.errors
    carry_out(page=shown, action=action, form=form, user=users["administrator"])
    hungarian = client.get("/hu/regi/").content.decode()
    english = client.get("/en/regi/").content.decode()
    assert "Elavult a díjszabás." in hungarian
    assert '<p lang="hu" dir="ltr">Elavult a díjszabás.</p>' in english
    assert "Withdrawn on" in english


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps statistics")
def test_sqlite_looks_pages_up_instead_of_walking_all_that_are_no_alias(locales):
    shown = page(title="Látszik")
    for found in (
        visible_pages().filter(translation_key__in=[shown.translation_key]),
        visible_pages(shown.locale).filter(pk=shown.pk),
        StandardPage.objects.current(shown.locale),
    ):
        plan = found.explain()
        assert "alias_of" not in plan
        assert "SCAN wagtailcore_page" not in plan


def test_current_pages_can_be_of_some_types_alone(locales):
    page(title="Látszik")
    assert names(current_pages(home_in("hu").locale, StandardPage)) == {"Látszik"}
    assert "Látszik" not in names(current_pages(home_in("hu").locale, HomePage))
