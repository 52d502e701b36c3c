"""Samples of the library and the newsletter: unsaved pages in Hungarian, marked as samples."""

from datetime import date, timedelta
from typing import Any

import typst
from django.core.files.base import ContentFile
from django.utils import timezone

from cms.core.models import LibraryDocument
from home.demo.samples.library_texts import CHAPTERS, ISSUES, PUBLICATIONS, RESOURCES
from home.demo.texts import t
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

PRINTED = "Minta Kiadó"
#: Language of a sample file → what it says.
SAID = {
    "hu": "Ez a fájl minta.", "en": "This file is a sample.", "uk": "Цей файл — зразок.",
    "ru": "Этот файл — образец.", "tr": "Bu dosya bir örnektir.",
}  # fmt: skip


def make_lists() -> tuple[PublicationIndexPage, ResourceIndexPage, NewsletterIndexPage]:
    """The three lists, for beneath the home page."""
    return (
        PublicationIndexPage(title=t("Kiadványok", "Publications"), slug="kiadvanyok"),
        ResourceIndexPage(title=t("Könyvtár", "Library"), slug="konyvtar"),
        NewsletterIndexPage(title=t("Hírlevél", "Newsletter"), slug="hirlevel"),
    )


def make_pdf(language: str, name: str) -> LibraryDocument:
    """A saved sample file of one page; its reader is told that it is one."""
    text = SAID[language]
    source = f'#set document(title: "{text}")\n#set text(lang: "{language}")\n= {text}\n'
    return make_document(language, f"{name}-{language}.pdf", typst.compile(source.encode()))


def make_document(language: str, name: str, content: bytes) -> LibraryDocument:
    return LibraryDocument.objects.create(
        title=f"Minta: {name}", file=ContentFile(content, name=name), language=language,
        accessible="yes", licence="CC0-1.0",
    )  # fmt: skip


def text_body(*paragraphs: str) -> list[Any]:
    return [("text", "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))]


def described() -> list[tuple[Any, ...]]:
    """The texts of each publication, and chapters for the first."""
    chapters = [
        ("chapter", {"heading": heading, "content": text_body(text)}) for heading, text in CHAPTERS
    ]
    return [(*texts, [] if order else chapters) for order, texts in enumerate(PUBLICATIONS)]


def make_publications(*, author: Any, publisher: Any) -> list[PublicationPage]:
    """A guide in five languages with chapters, a report on request, a leaflet not public yet.

    The guide names pages, which say their titles in each language; the others names as printed.
    """
    guide, report, leaflet = (
        PublicationPage(
            title=title, slug=slug, summary=summary, body=text_body(abstract),
            language_of_original="hu", chapters=chapters,
        )
        for slug, title, summary, abstract, chapters in described()
    )  # fmt: skip
    guide.publisher, report.publisher_name, leaflet.publisher_name = publisher, PRINTED, PRINTED
    guide.kind, guide.issued, guide.pages = PublicationPage.Kind.GUIDE, "2013-05", 1
    guide.series, guide.series_number, guide.licence = "Minta füzetek", "1", "CC-BY-4.0"
    guide.files = [
        *(PublicationFile(document=make_pdf(code, "minta-utmutato"), sort_order=order)
          for order, code in enumerate(SAID)),
        PublicationFile(
            document=make_document("hu", "minta-utmutato.txt", SAID["hu"].encode()),
            role="easy_read", sort_order=len(SAID),
        ),
    ]  # fmt: skip
    guide.relations = [
        PublicationRelation(kind="based_on", url="https://example.org/", language="hu",
                            title="Minta: egy korábbi útmutató")
    ]  # fmt: skip
    report.kind, report.issued = PublicationPage.Kind.REPORT, "2012~"
    report.access = PublicationPage.Access.ON_REQUEST
    leaflet.kind, leaflet.issued = PublicationPage.Kind.LEAFLET, "2013-06-20"
    leaflet.access = PublicationPage.Access.EMBARGO
    leaflet.embargo_until = timezone.localdate() + timedelta(days=60)
    for page, code in ((report, "hu"), (leaflet, "en")):
        page.files = [PublicationFile(document=make_pdf(code, f"minta-{page.kind}"))]
    guide.contributors = makers(entry=author)
    for page in (report, leaflet):
        page.contributors = makers(name="Minta Anna")
    return [guide, report, leaflet]


def makers(**author: Any) -> list[PublicationContributor]:
    return [
        PublicationContributor(role="author", sort_order=0, **author),
        PublicationContributor(role="illustrator", name="Minta Béla", sort_order=1),
    ]


def make_resources() -> list[ResourcePage]:
    """A law, a form, a link, a recording at another provider, a data file."""
    kinds = {kind.value: kind for kind in ResourcePage.Kind}
    pages = [
        ResourcePage(
            title=title, slug=slug, summary=summary, kind=kinds[kind], issued=issued,
            language_of_original="hu", external_url=url, provider="Minta Egyesület",
        )
        for kind, slug, issued, url, title, summary in RESOURCES
    ]  # fmt: skip
    by_kind = {page.kind: page for page in pages}
    by_kind["law"].reference = "Minta 2013/1."
    by_kind["link"].languages = ["hu", "en", "uk"]
    by_kind["audio"].medium, by_kind["audio"].languages = ResourcePage.Medium.RECORDING, ["hu"]
    by_kind["dataset"].medium = ResourcePage.Medium.DATA
    csv = make_document("", "minta.csv", "év;szám\n2012;1\n2013;2\n".encode())
    by_kind["dataset"].files = [ResourceFile(document=csv)]
    form = make_pdf("hu", "minta-urlap")
    by_kind["form"].files = [ResourceFile(document=form, role="form")]
    for page in pages:
        page.contributors = [ResourceContributor(role="contributor", name="Minta Egyesület")]
    return pages


def make_issues(about: list[Any]) -> list[NewsletterIssuePage]:
    """Two issues with a story in its own words, and one for each page of `about` (source pages)."""
    pages = []
    for number, (slug, title, summary, intro, headline, text, action) in enumerate(ISSUES, start=1):
        page = NewsletterIssuePage(
            title=title, slug=slug, summary=summary, intro=f"<p>{intro}</p>", year=2013,
            number=number, issued_on=date(2013, 3 * number, 1), action_text=action,
            action_url="https://example.org/",
        )  # fmt: skip
        page.stories = [
            NewsletterStory(headline=headline, text=text, sort_order=0),
            *(NewsletterStory(about=told, sort_order=order)
              for order, told in enumerate(about, start=1)),
        ]  # fmt: skip
        pages.append(page)
    return pages
