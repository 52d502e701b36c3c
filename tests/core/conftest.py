"""Fixtures of the fact paths: one pair of pages for each page type of `CASES`."""

import pytest

from tests.core.fact_cases import CASES


@pytest.fixture(params=sorted(CASES))
def pair(request, locales):
    return CASES[request.param]()
