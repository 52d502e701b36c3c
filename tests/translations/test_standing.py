"""A live translation is up to date, or outdated a little or much, by two lists alone."""

import pytest

from cms.translations.texts.status import Made, Now, Standing, standing

MADE = [Made("title", "A", "a"), Made("body.1", "B", "b"), Made("body.2", "C", "c")]
SAME = [Now(*one) for one in MADE]


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (SAME, Standing.UP_TO_DATE),
        ([*SAME[:2], Now("body.2", "D")], Standing.MAJOR),
        ([*SAME, Now("body.3", "D")], Standing.MAJOR),
        ([*SAME[:2], Now("body.2", "D", "c")], Standing.UP_TO_DATE),
        ([*SAME[:2], Now("body.2", "D", "d")], Standing.MINOR),
        (SAME[:2], Standing.MINOR),
        ([SAME[0], SAME[2], SAME[1]], Standing.MINOR),
        ([*SAME[:2], Now("body.9", "C", "c")], Standing.UP_TO_DATE),
        ([], Standing.MINOR),
    ],
)
def test_the_lists_tell(now, found):
    assert standing(MADE, now) is found
