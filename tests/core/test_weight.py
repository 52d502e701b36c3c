"""Every page stays light on the way to a phone, in Latin and in Arabic letters."""

import pytest

from cms.core.models import ListPage
from tests.factories.every import EVERY
from tests.factories.pages import translated
from tests.weight import loaded

pytestmark = pytest.mark.django_db
HOME, DETAIL = 100_000, 50_000


@pytest.mark.parametrize("lang", ["hu", "ar"])
@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_first_visit_is_below_the_limit(locales, client, name, lang):
    page = EVERY[name]()
    if lang != "hu":
        page = translated(page, lang)
    response = client.get(page.url_path, headers={"Accept-Encoding": "gzip"})
    sizes = loaded(response, lang)
    is_detail = name != "home.HomePage" and not isinstance(page, ListPage)
    assert sum(sizes.values()) <= (DETAIL if is_detail else HOME), sizes
