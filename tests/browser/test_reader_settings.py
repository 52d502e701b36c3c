"""What a reader sets in the system holds: colours of their own, less motion, wider text."""

import pytest

from tests.browser.chromium import MARKS

pytestmark = MARKS
#: Controls that are neither underlined nor bordered where a page's own colours are off.
BARE = """() => [...document.querySelectorAll(
    "button, input:not([type=hidden]), select, .button, .chip")]
  .filter(part => part.checkVisibility() && part.getBoundingClientRect().width > 1)
  .filter(part => {
    const style = getComputedStyle(part);
    return !["Top", "Bottom", "Left", "Right"].some(side =>
      parseFloat(style[`border${side}Width`]) && style[`border${side}Style`] !== "none")
      && !style.textDecorationLine.includes("underline");
  }).map(part => part.outerHTML.slice(0, 120))"""
MOVING = """() => [...document.querySelectorAll("*")].filter(part => {
    const style = getComputedStyle(part);
    const runs = times => times.split(",").some(time => parseFloat(time) > 0.01);
    return runs(style.transitionDuration)
      || style.animationName !== "none" && runs(style.animationDuration);
  }).map(part => part.outerHTML.slice(0, 120))"""
#: WCAG 2.2, 1.4.12: the spacing that a page must bear.
SPACING = """p { margin-block-end: 2em !important; }
* { line-height: 1.5 !important;
  letter-spacing: .12em !important; word-spacing: .16em !important; }"""
CLIPPED = """() => [...document.querySelectorAll("body *")].filter(part => {
    const style = getComputedStyle(part), box = part.getBoundingClientRect();
    const hides = way => ["hidden", "clip"].includes(way);
    return box.width > 2 && box.height > 2 && part.innerText?.trim() && part.checkVisibility()
      && (hides(style.overflowX) && part.scrollWidth > part.clientWidth + 1
        || hides(style.overflowY) && part.scrollHeight > part.clientHeight + 1);
  }).map(part => part.outerHTML.slice(0, 120))"""


@pytest.fixture(params=["hu", "en", "ar"])
def paths(request, every):
    pages = every[request.param].values()
    return [*(page.url_path for page in pages), f"/{request.param}/search/?q=ules"]


def test_controls_keep_a_border_in_forced_colours(paths, live_server, browser):
    page = browser.new_context(forced_colors="active").new_page()
    found = {}
    for path in paths:
        page.goto(live_server.url + path)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        found[path] = page.evaluate(BARE)
    assert not any(found.values()), {path: bare for path, bare in found.items() if bare}


def test_nothing_moves_for_who_wants_no_motion(paths, live_server, browser):
    page = browser.new_context(reduced_motion="reduce").new_page()
    for path in paths:
        page.goto(live_server.url + path)
        assert page.evaluate(MOVING) == [], path


def test_wider_text_at_four_times_the_size_loses_nothing(paths, live_server, browser):
    page = browser.new_context(viewport={"width": 320, "height": 256}, bypass_csp=True).new_page()
    found = {}
    for path in paths:
        page.goto(live_server.url + path)
        page.add_style_tag(content=SPACING)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found[path] = [*page.evaluate(CLIPPED), *([f"{wide} px wide"] if wide > 320 else [])]
    assert not any(found.values()), {path: lost for path, lost in found.items() if lost}
