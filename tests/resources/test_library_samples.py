"""The samples of the library and the newsletter: marked as such, whole, and with their English."""

import pytest

from home.demo.samples.library import make_issues, make_lists, make_publications, make_resources
from home.demo.translating import Translator
from tests.factories.members import make_organisation, make_person
from tests.factories.pages import home_in, published

pytestmark = pytest.mark.django_db


def test_samples_are_published_in_both_languages_and_say_what_they_are(locales, client, users):
    lists = []
    for page in make_lists():
        home_in("hu").add_child(instance=page)
        lists.append(published(page))
    for page in lists:
        Translator(users["administrator"]).publish(page, "en")
    made = []
    publications = make_publications(author=make_person(), publisher=make_organisation())
    for parent, pages in zip(lists, (publications, make_resources(), []), strict=True):
        for page in pages:
            parent.add_child(instance=page)
            made.append(published(page))
    for page in make_issues(made[:2]):
        lists[2].add_child(instance=page)
        made.append(published(page))
    for page in made:
        Translator(users["administrator"]).publish(page, "en")
        twin = page.get_translation(locales["en"])
        for shown, word in ((page, "Minta: "), (twin, "Sample: ")):
            assert shown.title.startswith(word)
            assert word in client.get(shown.url_path).content.decode()
    assert len(made) == 10
    assert client.get("/en/konyvtar/").context["listing"].total == 8
