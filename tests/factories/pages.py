"""Published pages of every type, and their translations as the desk makes them."""

from datetime import datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.html import escape
from PIL import Image as PillowImage
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation

from cms.core.models import LibraryDocument, Place, PlaceText, SiteImage, Topic, TopicLabel
from cms.translations.drafts import publish_made, revision_make
from cms.translations.managed import translation_of
from cms.translations.requests import translation_request
from cms.translations.segments.read import lines_of
from cms.translations.standing import states_refresh
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
    """The page's own state as a revision, published; the row as it then is.

    Of a translation that is worked on at the desk: what its segments say.
    """
    translation = translation_of(page)
    if translation is not None:
        publish_made(revision_make(translation=translation, user=user), user=user)
        return fresh(page)
    page.save_revision(user=user).publish(user=user)
    return fresh(page)


def reviewed(page: Any, user: Any = None) -> Any:
    """A revision of a translation that may go live, not published yet."""
    made = revision_make(translation=translation_of(page), user=user)
    made.reviewed_at = timezone.now()
    made.save()
    return made.revision


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


def translated(
    page: Any, code: str = "en", suffix: str = " (en)", publish: bool = True, title: str = ""
) -> Any:
    """A translation of the page and, where they are missing, of those above it.

    Each text says the Hungarian with `suffix`; the page's title is `title` where it is given.
    """
    locale = Locale.objects.get(language_code=code)
    parent = page.get_parent()
    if parent.depth > 2 and not parent.has_translation(locale):
        translated(parent.specific, code, suffix)
    translation = translation_request(page=page, locale=locale)
    texts_write(translation, lambda text: text + suffix, title=title)
    made = revision_make(translation=translation)
    if publish:
        publish_made(made)
    return type(page).objects.get(translation_key=page.translation_key, locale=locale)


def texts_write(translation: Any, write: Any, title: str = "") -> None:
    """Translate every segment by `write(source text)`, as a person would have."""
    for line in lines_of(translation.source_id, translation.target_locale_id):
        text = escape(title) if title and line.path == "title" else write(line.source)
        StringTranslation.objects.update_or_create(
            locale_id=translation.target_locale_id, translation_of_id=line.string_id,
            context_id=line.context_id, defaults={"data": text},
        )  # fmt: skip
    states_refresh(translation.source.object_id)


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
