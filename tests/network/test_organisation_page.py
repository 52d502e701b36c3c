"""The page of an organisation: what is public of it, in each language, and what never is."""

import pytest
from django.core.exceptions import ValidationError

from network.models import OrganisationPlace, OrganisationReach
from tests.factories.members import make_organisation
from tests.factories.pages import fresh, make_place, published, translated

pytestmark = pytest.mark.django_db


def shown(client, page, lang="hu"):
    return client.get(f"/{lang}/szervezetek/{page.slug}/").content.decode()


@pytest.fixture
def organisation(locales):
    page = make_organisation(
        full=True, slug="minta", title="Minta Egyesület", alternative_names="MINTA\nMintaegylet",
        communities=["ukrainian", "families"], founded_year=1998, website="https://example.org/",
    )  # fmt: skip
    translated(page)
    return page


def test_it_shows_its_facts_in_the_language_of_the_page(organisation, client):
    hungarian, english = (shown(client, organisation, lang) for lang in ("hu", "en"))
    for text in ("iroda@example.org", "tel:+3612345678", "1052 Budapest, Városház u. 9–11."):
        assert text in hungarian
        assert text in english
    assert "MINTA, Mintaegylet" in hungarian
    assert "kedden (en)" in english
    assert "Ukrainian" in english
    assert "1998" in english


def test_a_note_that_is_not_translated_yet_says_in_which_language_it_is(organisation, client):
    page = fresh(organisation)
    page.reach = [*page.reach.all(), OrganisationReach(channel="phone", value="12345", note="új")]
    published(page)
    assert '<span class="meta" lang="hu" dir="ltr">új</span>' in shown(client, page, "en")


def test_a_number_that_is_not_public_is_shown_nowhere(organisation, client):
    for lang in ("hu", "en"):
        assert "999 9999" not in shown(client, organisation, lang)


def test_a_hidden_address_is_in_no_page_and_no_filter(organisation, client):
    page = fresh(organisation)
    shelter = make_place("Védett ház", hidden=True, district="XXIII.")
    shelter.address = "Titok u. 1."
    shelter.save()
    page.places = [OrganisationPlace(place=shelter)]
    published(page)
    for lang in ("hu", "en"):
        for html in (
            shown(client, page, lang),
            client.get(f"/{lang}/szervezetek/").content.decode(),
        ):
            assert "Titok" not in html
            assert "Védett" not in html
            assert "XXIII" not in html
    assert "The address is not public" in shown(client, page, "en")


def test_structured_data_holds_what_the_page_shows(organisation, client):
    html = shown(client, organisation)
    data = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert '"@type": "Organization"' in data
    assert '"telephone": ["+36 1 234 5678"]' in data
    assert '"email": ["iroda@example.org"]' in data
    assert '"knowsLanguage": ["uk", "hu"]' in data
    assert "999 9999" not in data


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"founded_year": 3000}, "founded_year"),
        ({"service_area": "districts"}, "service_districts"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(organisation, values, field):
    page = fresh(organisation)
    for name, value in values.items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as error:
        page.full_clean()
    assert len(error.value.message_dict[field]) == 1


@pytest.mark.parametrize(
    ("channel", "value"), [("email", "nem cím"), ("phone", "hívjon!"), ("phone", "1")]
)
def test_an_address_that_is_none_is_refused(organisation, locales, channel, value):
    row = OrganisationReach(
        page=organisation, locale=locales["hu"], channel=channel, value=value, source_text=[]
    )
    with pytest.raises(ValidationError) as error:
        row.full_clean()
    assert "value" in error.value.message_dict


def test_a_draft_in_preview_shows_the_rows_of_the_draft(organisation, rf, client):
    page = fresh(organisation)
    page.reach = [OrganisationReach(channel="email", value="vazlat@example.org")]
    page.save_revision()
    draft = fresh(organisation).get_latest_revision_as_object()
    html = draft.make_preview_request(preview_mode="").content.decode()
    assert "vazlat@example.org" in html
    assert "vazlat@example.org" not in shown(client, organisation)
