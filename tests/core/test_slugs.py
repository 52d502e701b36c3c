"""The last part of an address: made of the Hungarian title in ASCII, the same in all languages."""

import pytest
from django.core.exceptions import ValidationError
from wagtail_localize.models import StringSegment, TranslationSource

from cms.languages import LANGUAGES, SOURCE
from home.models import StandardPage
from tests.factories.every import EVERY
from tests.factories.pages import fresh, home_in, published, translated

pytestmark = pytest.mark.django_db
TITLES = {
    "en": "Advice", "uk": "Порада", "ru": "Совет", "zh-hans": "咨询", "vi": "Tư vấn",
    "ar": "استشارة", "tr": "Danışmanlık", "fa": "مشاوره",
}  # fmt: skip


def made(title):
    return home_in(SOURCE).add_child(instance=StandardPage(title=title))


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Őszi űrlap: „Árvíztűrő tükörfúrógép”", "oszi-urlap-arvizturo-tukorfurogep"),
        ("EIA/2012/3.7.4. számú projekt", "eia2012374-szamu-projekt"),
        ("Łódź és Đà Nẵng", "lodz-es-da-nang"),
        ("Straße", "strasse"),
        ("Київ", "kiiv"),
    ],
)
def test_it_is_the_title_in_ascii(locales, title, slug):
    assert made(title).slug == slug


def test_a_title_without_a_letter_has_one_too_and_twice_the_same_is_told_apart(locales):
    first, second = made("„”"), made("„”")
    assert first.slug
    assert first.slug.isascii()
    assert second.slug != first.slug


def test_it_is_one_in_nine_languages_and_leads_to_each(locales, client):
    page = published(made("Tanácsadás és ügyintézés"))
    for code, title in TITLES.items():
        twin = translated(page, code, suffix="", title=title)
        twin.slug = f"masik-{code}"
        twin.save()
        twin = fresh(twin)
        assert twin.slug == "tanacsadas-es-ugyintezes"
        answer = client.get(f"/{code}/tanacsadas-es-ugyintezes/")
        assert answer.status_code == 200
        assert title in answer.content.decode()
    assert {page.slug for page in page.get_translations()} == {"tanacsadas-es-ugyintezes"}
    assert len(TITLES) == len(LANGUAGES) - 1


def test_an_address_in_other_letters_is_refused(locales):
    page = made("Cím")
    for slug in ("cím", "Київ", "a b", "a/b", "咨询"):
        page.slug = slug
        with pytest.raises(ValidationError):
            page.full_clean()


@pytest.mark.parametrize("name", sorted(EVERY))
def test_no_translator_is_asked_for_one(locales, name):
    page = EVERY[name]()
    source, _ = TranslationSource.update_or_create_from_instance(fresh(page))
    paths = set(StringSegment.objects.filter(source=source).values_list("context__path", flat=True))
    assert "title" in paths
    assert "slug" not in paths
