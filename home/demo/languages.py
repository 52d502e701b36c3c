"""Which pages of the demo stand in which language, and which are behind or half done."""

from typing import Any

from cms.languages import FALLBACK
from cms.translations.standing import states_later
from home.demo.translating import Translator

#: What every language has: what a visitor needs first, and the Declaration.
FIRST = {
    "hu", "a-projektrol", "kerekasztal", "esemenyek", "megalakulas", "szolgaltatasok",
    "kiadvanyok", "emberi-jogok-egyetemes-nyilatkozata",
    "adatkezeles", "akadalymentesseg", "impresszum",
}  # fmt: skip
#: What Ukrainian has beside it: lists, the organisations of the project, a sample of each type.
MORE = FIRST | {
    "szervezetek", "emberek", "ajanlasok", "konyvtar", "hirlevel", "minta-ules",
    "minta-korabbi-ules", "budapest-fovaros-onkormanyzata", "budapest-esely", "minta-egyesulet",
    "minta-anna", "minta-tanacsadas", "minta-segelyvonal", "minta-terem", "minta-nyelvek",
    "minta-utmutato", "minta-2013-1",
}  # fmt: skip
PAGES = {
    "uk": MORE, "ru": FIRST, "zh-hans": FIRST, "vi": FIRST, "ar": FIRST, "tr": FIRST, "fa": FIRST,
}  # fmt: skip
#: Drafts of which somebody has translated the first strings only: (language, slug, strings).
DRAFTS = [("ru", "minta-ules", 2), ("vi", "minta-ules", 1), ("ar", "minta-ules", 3)]
#: Pages whose Hungarian goes on after their translation: what their summary says then.
GONE_ON = {
    "minta-tanacsadas": "Ez egy minta: a magyar szöveg a fordítások óta megváltozott.",
    "minta-nyelvek": "Ez egy minta: a magyar szöveg ma már többet mond, mint a fordításai.",
}


def translate_all(pages: list[Any], user: Any) -> None:
    """Parents come before their children, in `pages` as in each language."""
    translator = Translator(user)
    by_slug = {page.slug: page for page in pages}
    with states_later():
        for page in pages:
            translator.publish(page, FALLBACK)
            for code, slugs in PAGES.items():
                if page.slug in slugs:
                    translator.publish(page, code)
        for code, slug, strings in DRAFTS:
            translator.draft(by_slug[slug], code, strings=strings)


def leave_behind(pages: list[Any], user: Any) -> None:
    for page in pages:
        if page.slug in GONE_ON:
            fresh = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
            fresh.summary = GONE_ON[page.slug]
            fresh.save_revision(user=user).publish(user=user)
