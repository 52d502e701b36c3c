"""What an editor marked as the focal point of a picture stays in sight wherever it is cut."""

import re
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import RequestFactory
from PIL import Image as PillowImage
from wagtail.images.models import Filter

from cms.core.models import SiteImage
from cms.core.pictures import LOOKS
from cms.core.sharing import CUT, WHOLE, picture_of
from cms.env import ROOT

pytestmark = pytest.mark.django_db
#: Wagtail's ways to make a picture smaller. All but `fill` leave nothing out.
SPEC = re.compile(r"\b(fill|max|min|width|height|scale|original)-[\d{][\w{},.-]*")
#: Code that has such words and is no rendition: log-ins and the style sheets' own sizes.
FOLDERS = ("cms", "home", "network", "resources", "search", "templates")


def picture(**values):
    """A wide teal picture with a red square of 100 pixels near its left end."""
    drawn = PillowImage.new("RGB", (1600, 500), "teal")
    drawn.paste("red", (20, 200, 120, 300))
    data = BytesIO()
    drawn.save(data, "PNG")
    file = ContentFile(data.getvalue(), name="szeles.png")
    return SiteImage.objects.create(title="Széles", file=file, **values)


def with_focus():
    return picture(
        focal_point_x=70, focal_point_y=250, focal_point_width=100, focal_point_height=100
    )


def red_share(rendition):
    """How much of a rendition is red: none where the focal point was cut away."""
    with rendition.file.open("rb") as file:
        small = PillowImage.open(file).convert("RGB")
    pixels = small.width * small.height
    counted = small.getcolors(maxcolors=pixels)
    return sum(n for n, (r, g, b) in counted if r > 150 and g < 90 and b < 90) / pixels


def all_specs():
    return {spec for look in LOOKS.values() for spec in look.specs} | {CUT, WHOLE}


@pytest.mark.parametrize("spec", sorted(all_specs()))
def test_the_focal_point_is_in_every_rendition(spec):
    rendition = with_focus().get_rendition(Filter(spec))
    whole = 100 * 100 / (1600 * 500)
    assert red_share(rendition) >= 0.8 * whole


def test_without_one_the_same_cut_would_lose_it():
    assert red_share(picture().get_rendition(Filter(CUT))) == 0


def test_a_new_focal_point_makes_new_renditions():
    image = picture()
    before = image.get_rendition(CUT)
    image.focal_point_x, image.focal_point_y = 70, 250
    image.focal_point_width = image.focal_point_height = 100
    image.save()
    assert image.get_rendition(CUT).pk != before.pk


def test_a_shared_picture_is_cut_around_it_and_else_not_cut_at_all():
    request = RequestFactory().get("/")

    class Page:
        def share_image(self):
            return self.image

    page = Page()
    page.image = with_focus()
    shared = picture_of(page, request)
    assert round(shared.width / shared.height, 1) == 1.9
    page.image = picture()
    shared = picture_of(page, request)
    assert (shared.width, shared.height) == (1200, 375)


def test_no_other_way_to_cut_a_picture_is_in_the_code():
    """Each spec in code and templates is one of those above; templates have none of their own."""
    found = {}
    for folder in FOLDERS:
        for path in [*(ROOT / folder).rglob("*.py"), *(ROOT / folder).rglob("*.html")]:
            specs = {match[0] for match in SPEC.finditer(path.read_text(encoding="utf-8"))}
            if specs and "migrations" not in path.parts:
                found[path.relative_to(ROOT).as_posix()] = specs
    assert set(found) == {
        "cms/core/pictures.py",
        "cms/core/sharing.py",
        "network/fields_of_work.py",
    }
    assert found["network/fields_of_work.py"] == {"max-240x120"}
    written = {spec.rpartition("|")[0] for look in LOOKS.values() for spec in [look.spec]}
    assert found["cms/core/pictures.py"] >= written


def test_no_style_sheet_cuts_a_picture_of_another_shape():
    """`object-fit: cover` cuts around the middle: it stands only where the look is square too."""
    sheets = {path.name: path.read_text() for path in (ROOT / "static" / "css").rglob("*.css")}
    rules = [
        rule
        for text in sheets.values()
        for rule in re.findall(r"([^{};]+){([^{}]*object-fit: cover[^{}]*)}", text)
    ]
    assert [selector.strip() for selector, _ in rules] == [".portrait img"]
    sizes = dict(re.findall(r"(inline-size|block-size): ([\d.]+rem)", rules[0][1]))
    assert sizes["inline-size"] == sizes["block-size"]
    assert LOOKS["portrait"].specs[0].startswith("fill-320x320")
