"""Names of languages: in the reader's language, and in their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import (
    get_language,
    get_language_info,
    gettext,
    pgettext,
    pgettext_lazy,
)

from cms.languages import BY_CODE

#: Of the site's own languages by names of ours: what Django's catalogues call them is not always
#: the word of today, and one catalogue holds its names for nations under the same messages.
NAMES = {
    "hu": pgettext_lazy("language", "Hungarian"),
    "en": pgettext_lazy("language", "English"),
    "uk": pgettext_lazy("language", "Ukrainian"),
    "ru": pgettext_lazy("language", "Russian"),
    "zh-hans": pgettext_lazy("language", "Chinese (simplified)"),
    "vi": pgettext_lazy("language", "Vietnamese"),
    "ar": pgettext_lazy("language", "Arabic"),
    "tr": pgettext_lazy("language", "Turkish"),
    "fa": pgettext_lazy("language", "Persian"),
}
#: Nobody speaks a script.
SPOKEN_NAMES = {"zh-hans": pgettext_lazy("language", "Chinese")}
#: Languages that write names of languages and days small within a sentence.
SMALL = {"hu", "uk", "ru", "vi"}


def within(text: str) -> str:
    """A name as the active language writes it within a sentence."""
    return text[:1].lower() + text[1:] if get_language() in SMALL else text


def language_name(code: str, *, spoken: bool = False) -> str:
    """The name in the active language, as within a sentence; of other languages Django's."""
    own = (SPOKEN_NAMES.get(code) if spoken else None) or NAMES.get(code)
    return within(str(own or get_language_info(code)["name_translated"]))


def language_names(codes: Iterable[str]) -> list[str]:
    """Names of spoken languages."""
    return [language_name(code, spoken=True) for code in codes]


def listed(names: Iterable[object]) -> str:
    """Names one after the other, with what the active language writes between them."""
    return pgettext("between the names of a list", ", ").join(map(str, names))


@dataclass(frozen=True)
class Tongue:
    """A language of a text: its own name with `lang` and `dir`, and its name `here`, in the
    reader's language; `mul` (ISO 639-2: several) has only that."""

    code: str
    name: str
    direction: str
    here: str
    lang: str


def tongue(code: str) -> Tongue:
    if code == "mul":
        here = gettext("Several languages")
        return Tongue(code, here, "", here, get_language() or "")
    info = get_language_info(code)
    name = BY_CODE[code].name if code in BY_CODE else capfirst(str(info["name_local"]))
    direction = "rtl" if info["bidi"] else "ltr"
    return Tongue(code, name, direction, capfirst(language_name(code)), code)
