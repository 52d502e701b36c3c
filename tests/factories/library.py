"""Published holdings of the library and issues of the newsletter, with everything that shows."""

from datetime import date
from typing import Any

import factory
import wagtail_factories
from django.core.files.base import ContentFile

from cms.core.models import LibraryDocument
from resources.models import (
    NewsletterIndexPage,
    NewsletterIssuePage,
    NewsletterStory,
    PublicationContributor,
    PublicationFile,
    PublicationIndexPage,
    PublicationPage,
    PublicationRelation,
    ResourceContributor,
    ResourceFile,
    ResourceIndexPage,
    ResourcePage,
)
from tests.factories.pages import home_in, published

PDF = b"%PDF-1.4\n%%EOF\n"


class PublicationIndexPageFactory(wagtail_factories.PageFactory):
    title = "Kiadványok"
    slug = "kiadvanyok"

    class Meta:
        model = PublicationIndexPage


class ResourceIndexPageFactory(wagtail_factories.PageFactory):
    title = "Könyvtár"
    slug = "konyvtar"

    class Meta:
        model = ResourceIndexPage


class NewsletterIndexPageFactory(wagtail_factories.PageFactory):
    title = "Hírlevél"
    slug = "hirlevel"

    class Meta:
        model = NewsletterIndexPage


class PublicationPageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Kiadvány {n}")
    kind = "guide"
    issued = "2013-05"

    class Meta:
        model = PublicationPage


class ResourcePageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Forrás {n}")
    kind = "law"
    issued = "2007"

    class Meta:
        model = ResourcePage


class NewsletterIssuePageFactory(wagtail_factories.PageFactory):
    title = factory.Sequence(lambda n: f"Hírlevél {n}")
    year = 2013
    number = factory.Sequence(lambda n: n + 1)
    issued_on = date(2013, 4, 1)

    class Meta:
        model = NewsletterIssuePage


def index_of(factory_class: Any) -> Any:
    """The Hungarian list page of one type, made where it is missing."""
    model = factory_class._meta.model
    found = model.objects.filter(locale__language_code="hu").first()
    return found or published(factory_class(parent=home_in("hu")))


def make_file(
    language: str = "hu", name: str = "kiadvany.pdf", content: bytes = PDF, **values: Any
) -> LibraryDocument:
    return LibraryDocument.objects.create(
        title=name, language=language, file=ContentFile(content, name=name), **values
    )


def chapter(heading: str, text: str = "Szöveg") -> Any:
    return ("chapter", {"heading": heading, "content": [("text", f"<p>{text}</p>")]})


def make_publication(*, files: list[Any] | None = None, rows: dict[str, Any] | None = None,
                     **values: Any) -> Any:  # fmt: skip
    """A publication with an accessible Hungarian PDF, an author, a relation and two chapters."""
    page = PublicationPageFactory(parent=index_of(PublicationIndexPageFactory), **values)
    held = files if files is not None else [make_file(accessible="yes")]
    page.files = [
        PublicationFile(document=document, sort_order=order) for order, document in enumerate(held)
    ]
    page.contributors = [PublicationContributor(role="author", name="Minta Anna")]
    page.relations = [
        PublicationRelation(kind="based_on", url="https://example.org/regi", title="Régi mű",
                            language="hu")
    ]  # fmt: skip
    for name, made in (rows or {}).items():
        setattr(page, name, made)
    page.chapters = [chapter("Bevezetés"), chapter("Összegzés")]
    return published(page)


def make_resource(*, files: list[Any] | None = None, **values: Any) -> Any:
    page = ResourcePageFactory(parent=index_of(ResourceIndexPageFactory), **values)
    held = files if files is not None else [make_file("en", "law.txt", b"Act")]
    page.files = [ResourceFile(document=document) for document in held]
    page.contributors = [ResourceContributor(role="author", name="Országgyűlés")]
    return published(page)


def make_issue(*, about: list[Any] | None = None, **values: Any) -> Any:
    """An issue with a story in its own words and one for each page of `about`."""
    page = NewsletterIssuePageFactory(parent=index_of(NewsletterIndexPageFactory), **values)
    page.stories = [
        NewsletterStory(headline="Saját hír", text="Saját szöveg", sort_order=0),
        *(NewsletterStory(about=told, sort_order=order)
          for order, told in enumerate(about or [], start=1)),
    ]  # fmt: skip
    return published(page)
