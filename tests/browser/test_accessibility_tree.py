"""Read by the accessibility tree alone, a page has an order, its landmarks and named links."""

import re

import pytest

from tests.browser.chromium import MARKS

pytestmark = MARKS
LANDMARKS = {"banner", "navigation", "main", "contentinfo", "search", "complementary", "region"}
ONCE = {"banner", "main", "contentinfo"}
#: Names that say nothing once a link is read out of its sentence.
EMPTY = re.compile(r"|https?://.*|www\..*|itt|ide|tovább|here|more|هنا|المزيد", re.IGNORECASE)


def read(page):
    """What is spoken of the page in reading order: (role, name, level of a heading)."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in tree}
    waiting = [tree[0]]
    while waiting:
        node = waiting.pop()
        waiting.extend(by_id[child] for child in reversed(node.get("childIds", [])))
        if not node["ignored"]:
            levels = [p["value"]["value"] for p in node["properties"] if p["name"] == "level"]
            yield node["role"]["value"], node["name"]["value"].strip(), (*levels, 0)[0]


def faults(spoken):
    """What a listener would stumble over, in words."""
    levels = [level for role, _, level in spoken if role == "heading"]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of level 1"
    yield from (
        f"heading of level {level} after {before}"
        for before, level in zip([0, *levels], levels, strict=False)
        if level > before + 1
    )
    yield from (
        f"heading without text, level {n}" for r, name, n in spoken if r == "heading" and not name
    )
    marks = [(role, name) for role, name, _ in spoken if role in LANDMARKS]
    yield from (f"no single {role}" for role in ONCE if [r for r, _ in marks].count(role) != 1)
    yield from (f"twice {mark}" for mark in set(marks) if marks.count(mark) > 1)
    yield from (f"no name: {role}" for role, name in marks if role == "navigation" and not name)
    yield from (
        f"link named {name!r}"
        for role, name, _ in spoken
        if role == "link" and EMPTY.fullmatch(name)
    )


@pytest.mark.parametrize("code", ["hu", "en", "ar"])
def test_every_page_type_reads_in_order(every, live_server, browser, code):
    page = browser.new_page()
    found = {}
    for name, shown in every[code].items():
        page.goto(live_server.url + shown.url_path)
        spoken = list(read(page))
        order = [role for role, _, _ in spoken if role in ONCE]
        assert order == ["banner", "main", "contentinfo"], name
        assert spoken[1][0] == "link", "the first thing read is the skip link"
        if wrong := list(faults(spoken)):
            found[name] = wrong
    assert found == {}


def test_a_page_that_skips_and_says_here_is_found_out(browser):
    page = browser.new_page()
    page.set_content('<main><h1>A</h1><h3>B</h3><nav></nav><a href="/">itt</a></main>')
    assert sorted(faults(list(read(page)))) == [
        "heading of level 3 after 1", "link named 'itt'", "no name: navigation",
        "no single banner", "no single contentinfo",
    ]  # fmt: skip
