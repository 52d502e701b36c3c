"""The admin's forms of holdings and issues: what an editor sends, and what is said of bad input."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from resources.models import NewsletterIssuePage, PublicationPage
from tests.factories.library import (
    NewsletterIndexPageFactory,
    PublicationIndexPageFactory,
    index_of,
    make_file,
    make_issue,
    make_publication,
    make_resource,
)
from tests.factories.pages import fresh, make_event, translated
from tests.factories.users import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client, users, locales):
    client.login(username="editor", password=PASSWORD)
    return client


def publication_data(**values):
    rows = {
        "files": inline_formset([{"document": make_file().pk, "role": "main", "title": ""}]),
        "contributors": inline_formset([{"role": "author", "entry": "", "name": "Minta Anna"}]),
        "relations": inline_formset([]),
    }
    content = streamfield([("text", rich_text("<p>Szöveg</p>"))])
    chapters = streamfield([("chapter", {"heading": "Első", "content": content})])
    return nested_form_data({
        "title": "Új kiadvány", "slug": "uj-kiadvany", "summary": "", "body": streamfield([]),
        "kind": "guide", "access": "open", "chapters": chapters, **rows, **values,
    })  # fmt: skip


def add_url(index, model):
    return reverse("wagtailadmin_pages:add", args=["resources", model, index.pk])


def test_an_editor_makes_a_publication_with_files_and_chapters(editor):
    index = index_of(PublicationIndexPageFactory)
    url = add_url(index, "publicationpage")
    assert editor.get(url).status_code == 200
    response = editor.post(url, publication_data(isbn="9786155000010", issued="2013-05"))
    assert response.status_code == 302, response.context["form"].errors
    page = PublicationPage.objects.get(slug="uj-kiadvany").get_latest_revision_as_object()
    assert page.isbn == "978-615-5000-01-0"
    assert [row.name for row in page.contributors.all()] == ["Minta Anna"]
    assert [row.role for row in page.files.all()] == ["main"]
    assert page.chapters[0].value["heading"] == "Első"
    assert not page.live


@pytest.mark.parametrize(
    ("name", "value"),
    [("isbn", "978-615-5000-01-1"), ("issued", "2013-02-30"), ("doi", "x"), ("pages", "-1"),
     ("licence", "GPL"), ("publisher", "999999"), ("access", "embargo"), ("kind", "\x00")],
)  # fmt: skip
def test_bad_input_is_answered_with_a_sentence(editor, name, value):
    index = index_of(PublicationIndexPageFactory)
    response = editor.post(add_url(index, "publicationpage"), publication_data(**{name: value}))
    assert response.status_code == 200
    at = "embargo_until" if name == "access" else name
    assert list(response.context["form"].errors) == [at]
    assert not PublicationPage.objects.filter(slug="uj-kiadvany").exists()


def test_an_issue_of_a_taken_number_is_answered_with_a_sentence(editor):
    make_issue(year=2013, number=1)
    index = index_of(NewsletterIndexPageFactory)
    data = nested_form_data({
        "title": "Szám", "slug": "szam", "summary": "", "body": streamfield([]),
        "intro": rich_text("<p>Bevezető</p>"), "stories": inline_formset([]), "year": 2013,
        "number": 1, "issued_on": "2013-05-01", "action_text": "",
    })  # fmt: skip
    response = editor.post(add_url(index, "newsletterissuepage"), data)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == ["number"]
    assert (
        editor.post(add_url(index, "newsletterissuepage"), {**data, "number": 2}).status_code == 302
    )
    assert NewsletterIssuePage.objects.get(slug="szam").number == 2


@pytest.mark.parametrize("make", [make_publication, make_resource, make_issue])
def test_facts_open_on_the_source_and_are_read_only_on_a_translation(client, users, locales, make):
    page = make()
    twin = translated(page)
    client.login(username="administrator", password=PASSWORD)
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    facts = {"number"} if make is make_issue else {"issued", "isbn", "access", "publisher"}
    assert facts <= set(form.fields)
    from wagtail_localize.models import Translation

    Translation.objects.filter(source__object_id=page.translation_key).update(enabled=False)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[twin.pk]))
    assert response.status_code == 200
    assert not facts & set(response.context["form"].fields)
    assert "title" in response.context["form"].fields


def test_each_type_goes_beneath_its_own_list_alone(locales):
    publication, resource = make_publication(), make_resource()
    event = make_event()
    for page, model in ((publication, "ResourcePage"), (resource, "PublicationPage")):
        allowed = page.get_parent().specific_class.allowed_subpage_models()
        assert model not in {kind.__name__ for kind in allowed}
        assert type(page) in allowed
    assert type(publication) not in event.get_parent().specific_class.allowed_subpage_models()
    assert type(publication).allowed_subpage_models() == []


def test_a_copy_of_an_issue_in_the_admin_gets_a_number_of_its_own(client, users, locales):
    issue = make_issue(year=2013, number=1)
    client.login(username="administrator", password=PASSWORD)
    response = client.post(
        reverse("wagtailadmin_pages:copy", args=[issue.pk]),
        {"new_title": "Másolat", "new_slug": "masolat", "new_parent_page": issue.get_parent().pk,
         "publish_copies": "", "alias": ""},
    )  # fmt: skip
    assert response.status_code == 302
    copy = Page.objects.get(slug="masolat").specific
    assert (copy.year, copy.number) == (2013, 2)
    assert fresh(issue).number == 1
