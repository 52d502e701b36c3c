"""Content pictures: every width and format once, cut around the focal point, in few queries."""

import re
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from PIL import Image as PillowImage

from cms.core.models import SiteImage
from tests.factories.library import make_publication
from tests.factories.members import make_organisation
from tests.factories.pages import StandardPageFactory, home_in, make_image, published

pytestmark = pytest.mark.django_db


def big_image(width=1600, height=800, mode="RGB", **values):
    """Red on the left half, teal on the right one."""
    picture = PillowImage.new(mode, (width, height), "teal")
    picture.paste("red", (0, 0, width // 2, height))
    data = BytesIO()
    picture.save(data, "PNG")
    file = ContentFile(data.getvalue(), name="nagy.png")
    return SiteImage.objects.create(title="Nagy", file=file, **values)


def html_of(image, look, **attrs):
    said = "".join(f' {name}="{value}"' for name, value in attrs.items())
    template = f'{{% load roundtable %}}{{% content_picture image "{look}"{said} %}}'
    return Template(template).render(Context({"image": image}))


def widths(srcset):
    return re.findall(r" (\d+)w", srcset)


def test_a_browser_may_choose_width_and_format(db):
    html = html_of(big_image(), "body")
    source, img = re.search(r"<source([^>]+)>", html)[1], re.search(r"<img([^>]+)>", html)[1]
    assert 'type="image/webp"' in source
    assert widths(re.search(r'srcset="([^"]+)"', source)[1]) == ["1440", "960", "480"]
    assert widths(re.search(r'srcset="([^"]+)"', img)[1]) == ["1440", "960", "480"]
    for said in ('width="1440"', 'height="720"', 'loading="lazy"', 'alt="Nagy"', "sizes="):
        assert said in img
    assert re.search(r'src="[^"]+\.jpg"', img)


def test_a_small_picture_is_not_named_twice_for_a_width(db):
    html = html_of(make_image(), "body")
    for srcset in re.findall(r'srcset="([^"]+)"', html):
        assert len(widths(srcset)) == len(set(widths(srcset)))


def test_what_stands_at_the_top_is_loaded_at_once(db):
    assert "loading" not in html_of(big_image(), "portrait", loading="eager", alt="")


def test_a_portrait_is_cut_around_the_focal_point(db):
    focal = {"focal_point_x": 200, "focal_point_y": 400, "focal_point_width": 100,
             "focal_point_height": 100}  # fmt: skip
    html_of(image := big_image(**focal), "portrait")
    rendition = image.renditions.get(filter_spec="fill-160x160|format-jpeg")
    with rendition.file.open("rb") as file:
        red, green, blue = PillowImage.open(file).convert("RGB").getpixel((80, 80))
    assert (red > 200, green < 60, blue < 60) == (True, True, True)


def test_a_logo_keeps_what_is_transparent(db):
    html = html_of(big_image(mode="RGBA"), "logo", alt="")
    assert 'type="image/webp"' in html
    assert re.search(r'<img[^>]+src="[^"]+\.png"', html)


def count(client, url):
    client.get(url)  # the pictures are made
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_a_page_costs_the_same_with_one_picture_or_many(locales, client):
    def page(slug, pictures):
        body = [("picture", {"image": big_image(), "caption": "x"}) for _n in range(pictures)]
        return published(StandardPageFactory(parent=home_in("hu"), slug=slug, body=body))

    assert count(client, page("egy", 1).url_path) == count(client, page("sok", 5).url_path)


def test_a_list_costs_the_same_with_one_cover_or_many(locales, client):
    url = make_publication(cover=make_image()).get_parent().url_path
    few = count(client, url)
    for _number in range(4):
        make_publication(cover=big_image())
    assert count(client, url) == few


def test_a_directory_costs_the_same_with_one_logo_or_many(locales, client):
    url = make_organisation(logo=make_image()).get_parent().url_path
    few = count(client, url)
    for _number in range(4):
        make_organisation(logo=big_image())
    assert count(client, url) == few
