"""On Persian pages what the interface says in figures is in Persian digits, on every page type."""

import re

import pytest

from tests.factories.every import EVERY
from tests.factories.pages import translated

pytestmark = pytest.mark.django_db
TIME = re.compile(r"(?s)<time[^>]*>(.*?)</time>")
COUNT = re.compile(r'(?s)<h2 id="list"[^>]*>(.*?)</h2>|<small>.*?</span>\s*(\S+?)</small>')


@pytest.mark.parametrize("name", sorted(EVERY))
def test_days_hours_and_counts(locales, client, name):
    page = translated(EVERY[name](), "fa", suffix=" (فا)")
    html = client.get(page.url_path).content.decode()
    said = [text for pattern in (TIME, COUNT) for found in pattern.findall(html)
            for text in (found if isinstance(found, tuple) else (found,))]  # fmt: skip
    wrong = [text for text in said if re.search(r"[0-9]", re.sub(r"<[^>]*>", "", text))]
    assert not wrong, wrong


def test_there_is_something_to_see(locales, client):
    page = translated(EVERY["network.EventPage"](), "fa", suffix=" (فا)")
    html = client.get(page.url_path).content.decode()
    assert any(re.search("[۰-۹]", text) for text in TIME.findall(html))
