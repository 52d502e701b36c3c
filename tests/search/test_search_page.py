"""The search page finds what is visible and survives whatever is typed."""

import pytest
from wagtail.models import PageViewRestriction

from cms.operations.waiting import run_waiting
from tests.factories.pages import StandardPageFactory, home_in, published

HARD = ['"', "'", "\0", " ", "%00", "a" * 10_000, '"unclosed', "a AND", "NEAR(", "*", "-", "'; --"]


@pytest.mark.django_db
@pytest.mark.parametrize("typed", HARD)
@pytest.mark.parametrize("lang", ["hu", "en"])
def test_nothing_that_is_typed_breaks_it(locales, client, typed, lang):
    response = client.get(f"/{lang}/search/", {"q": typed})
    assert response.status_code == 200


@pytest.mark.django_db(transaction=True)
def test_it_finds_visible_pages_and_no_others(client):
    published(
        StandardPageFactory(
            parent=home_in("hu"),
            title="Törzsszöveg",
            body=[("text", "<p>Tolmácsolás díjmentesen</p>")],
        )
    )
    for title in ("Lakhatási tanácsadás", "Lakhatási zárt", "Lakhatási vázlat"):
        published(StandardPageFactory(parent=home_in("hu"), title=title))
    from home.models import StandardPage

    StandardPage.objects.get(title="Lakhatási vázlat").unpublish()
    PageViewRestriction.objects.create(
        page=StandardPage.objects.get(title="Lakhatási zárt"), restriction_type="login"
    )
    run_waiting()
    text = client.get("/hu/search/", {"q": "Lakhatási"}).content.decode()
    assert "Lakhatási tanácsadás" in text
    assert "Lakhatási zárt" not in text
    assert "Lakhatási vázlat" not in text
    found = client.get("/hu/search/", {"q": "tolmácsolás"}).content.decode()
    assert "Törzsszöveg" in found
