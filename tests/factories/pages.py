"""Published pages of every type, and their translations through wagtail-localize."""

from datetime import datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.core.models import LibraryDocument, Place, PlaceText, SiteImage, Topic, TopicLabel
from home.models import HomePage, StandardPage
from network.models import AgendaItem, EventIndexPage, EventPage, RoundtablePage

START = datetime(2031, 3, 12, 10, 0, tzinfo=ZoneInfo("Europe/Budapest"))


class StandardPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Oldal {n}")

    class Meta:
        model = StandardPage


class RoundtablePageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Kerekasztal {n}")

    class Meta:
        model = RoundtablePage


class EventIndexPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Események {n}")

    class Meta:
        model = EventIndexPage


class EventPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Ülés {n}")
    starts_at = START
    room = "Díszterem"

    class Meta:
        model = EventPage


def home_in(code: str) -> Any:
    return HomePage.objects.get(locale__language_code=code, depth=2)


def published(page: Any, user: Any = None) -> Any:
    """The page's own state as a revision, published; the row as it then is."""
    page.save_revision(user=user).publish(user=user)
    return fresh(page)


def fresh(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def make_event(**values: Any) -> Any:
    """A published event with two agenda rows, of which the first has a paper."""
    index = EventIndexPage.objects.filter(locale__language_code="hu").first()
    index = index or published(EventIndexPageFactory(parent=home_in("hu")))
    event = EventPageFactory(parent=index, **values)
    paper = make_document()
    event.agenda = [
        AgendaItem(title="Megnyitó", minutes=10, sort_order=0,
                   papers=[("documents", [paper])]),
        AgendaItem(title="Vita", minutes=45, sort_order=1),
    ]  # fmt: skip
    return published(event)


def translated(page: Any, code: str = "en", suffix: str = " (en)", publish: bool = True) -> Any:
    """A translation of the page and, where they are missing, of those above it."""
    locale = Locale.objects.get(language_code=code)
    parent = page.get_parent()
    if parent.depth > 2 and not parent.has_translation(locale):
        translated(parent.specific, code, suffix)
    source, _ = TranslationSource.update_or_create_from_instance(page)
    translation, _ = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source).select_related("string"):
        StringTranslation.objects.update_or_create(
            locale=locale, translation_of=segment.string, context=segment.context,
            defaults={"data": segment.string.data + suffix},
        )  # fmt: skip
    translation.save_target(publish=False)
    twin = type(page).objects.get(translation_key=page.translation_key, locale=locale)
    return published(twin) if publish else twin


def make_topic(notation: str = "housing", hu: str = "Lakhatás", en: str = "Housing") -> Topic:
    topic = Topic.objects.create(notation=notation)
    for code, text in (("hu", hu), ("en", en)):
        TopicLabel.objects.create(
            topic=topic, locale=Locale.objects.get(language_code=code), text=text
        )
    return topic


def make_place(name: str = "Városháza", **values: Any) -> Place:
    place = Place.objects.create(name=name, postcode="1052", address="Városház u. 9–11.", **values)
    PlaceText.objects.create(place=place, locale=Locale.objects.get(language_code="hu"), name=name)
    return place


def make_document(title: str = "Előterjesztés", name: str = "a.txt") -> LibraryDocument:
    return LibraryDocument.objects.create(title=title, file=ContentFile(b"Szia", name=name))


def make_image(title: str = "Kép") -> SiteImage:
    data = BytesIO()
    PillowImage.new("RGB", (40, 30), "teal").save(data, "PNG")
    return SiteImage.objects.create(title=title, file=ContentFile(data.getvalue(), name="k.png"))
