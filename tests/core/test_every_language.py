"""Each page type in each language: its frame, its direction, and no string of another language."""

import re
from urllib.parse import urlsplit

import polib
import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.db.models import CharField, JSONField, TextField
from django.utils import translation
from django.utils.translation import to_locale
from wagtail.fields import StreamField

from cms.env import ROOT
from cms.languages import FALLBACK, LANGUAGES, SOURCE
from tests.factories.every import EVERY
from tests.factories.pages import translated

pytestmark = pytest.mark.django_db
OTHERS = [language for language in LANGUAGES if language.code != SOURCE]
OURS = ("core", "home", "network", "resources", "wagtailcore", "wagtail_localize")
#: Names of file formats that are no abbreviations.
FORMATS = {"BibTeX"}


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
@pytest.mark.parametrize("name", sorted(EVERY))
def test_it_stands_in_the_frame_of_its_language(locales, client, name, language):
    soup = shown(client, translated(EVERY[name](), language.code, suffix=f" ({language.code})"))
    assert soup.html["lang"] == language.code
    assert soup.html["dir"] == language.direction
    assert not words_of(soup) & left_in_english(language.code)
    assert not unsaid_links(soup, language.code)


@pytest.mark.parametrize("name", sorted(EVERY))
def test_no_string_stands_in_a_template_outside_gettext(locales, client, name, monkeypatch):
    """In a language that marks each message, what is unmarked and no content is hard-coded."""
    page = translated(EVERY[name]())
    content = stored_words() | FORMATS
    for function in ("gettext", "pgettext", "ngettext", "npgettext"):
        monkeypatch.setattr(translation._trans, function, MARKED[function])
    unknown = {
        word
        for text in words_of(shown(client, page))
        for part in re.sub(r"https?://\S+", "", text).split(" · ")
        if "⟦" not in part
        for word in re.findall(r"[^\W\d_]{2,}", part)
        if word not in content and not word.isupper()
    }
    assert not unknown


def unsaid_links(soup, code):
    """Links into another language of the site that do not say so."""
    others = {language.code for language in LANGUAGES} - {code}
    return [
        link["href"]
        for link in soup.find_all(["a", "link"], href=True)
        if (there := urlsplit(link["href"]).path.split("/")[1:2]) and there[0] in others
        and not {there[0], "x-default"} & {link.get("hreflang"), link.get("lang")}
    ]  # fmt: skip


MARKED = {
    "gettext": lambda message: f"⟦{message}⟧" if message else "",
    "pgettext": lambda _context, message: f"⟦{message}⟧",
    "ngettext": lambda one, more, number: f"⟦{one if number == 1 else more}⟧",
    "npgettext": lambda _context, one, more, number: f"⟦{one if number == 1 else more}⟧",
}


def shown(client, page):
    response = client.get(page.url_path)
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def words_of(soup):
    """Texts of the elements that readers see or hear, but for language names and machines."""
    for node in soup(["script", "style"]):
        node.decompose()
    for node in soup.select(".languages"):
        node.decompose()
    texts = {" ".join(text.split()) for text in soup.stripped_strings}
    for name in ("aria-label", "title", "placeholder", "alt"):
        texts |= {" ".join(node[name].split()) for node in soup.find_all(attrs={name: True})}
    return texts


def left_in_english(code):
    """Messages whose translation is another text, as the code itself is in English; that language
    says its own name on every page."""
    if code == FALLBACK:
        return set()
    path = ROOT / "locale" / to_locale(code) / "LC_MESSAGES" / "django.po"
    entries = polib.pofile(str(path))
    own = {language.name for language in LANGUAGES}
    return {e.msgid for e in entries if e.msgstr and e.msgstr != e.msgid} - own


def stored_words():
    """Every word in the database, in the site's name and in the names of its languages."""
    texts = [settings.WAGTAIL_SITE_NAME, *(language.name for language in LANGUAGES)]
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            names = [
                field.name
                for field in model._meta.local_fields
                if isinstance(field, CharField | TextField | JSONField | StreamField)
            ]
            for row in model._base_manager.values_list(*names) if names else ():
                texts += [str(list(getattr(value, "raw_data", [value]))) for value in row]
    return set(re.findall(r"[^\W\d_]{2,}", " ".join(texts)))
