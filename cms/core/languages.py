"""Names of languages: in the reader's language, and in their own."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language, get_language_info, gettext, pgettext


def language_names(codes: list[str]) -> list[str]:
    """Names in the active language; Django's catalogues hold them."""
    return [str(get_language_info(code)["name_translated"]) for code in codes]


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
    name, here = str(info["name_local"]), str(info["name_translated"])
    direction = "rtl" if info["bidi"] else "ltr"
    return Tongue(code, name[:1].upper() + name[1:], direction, here, code)
