"""The one list of the site's languages: what every other part asks for names and directions.

Adding a language is one entry here plus its translation of the interface in `locale/`.
"""

from dataclasses import dataclass

#: The digits of Unicode's "Common" script, which most languages write.
DIGITS = "0123456789"


@dataclass(frozen=True)
class Language:
    """A language of the public site.

    `code` is a BCP 47 tag in lower case as Django writes it (`zh-hans`), `name` the language's
    own name, `direction` the value of HTML's `dir`, `open_graph` the locale with a territory that
    Facebook and others know the language by, `digits` what it writes for 0 to 9 (CLDR).
    """

    code: str
    name: str
    direction: str = "ltr"
    open_graph: str = ""
    digits: str = DIGITS


LANGUAGES = (
    Language("hu", "Magyar", open_graph="hu_HU"),
    Language("en", "English", open_graph="en_GB"),
    Language("uk", "Українська", open_graph="uk_UA"),
    Language("ru", "Русский", open_graph="ru_RU"),
    Language("zh-hans", "简体中文", open_graph="zh_CN"),
    Language("vi", "Tiếng Việt", open_graph="vi_VN"),
    Language("ar", "العربية", "rtl", open_graph="ar_AR"),
    Language("tr", "Türkçe", open_graph="tr_TR"),
    Language("fa", "فارسی", "rtl", open_graph="fa_IR", digits="۰۱۲۳۴۵۶۷۸۹"),
)

#: Content is written in this language; facts live on its pages (docs/decisions/0002).
SOURCE = "hu"

#: Who reads none of our languages is shown this one.
FALLBACK = "en"

#: Languages that people speak at our events and services, or that a file is written in: a wider
#: list than the site's own. ISO 639-1 or BCP 47; the names come from Django's catalogues.
SPOKEN = (
    "hu", "en", "uk", "ru", "zh-hans", "vi", "ar", "tr", "fa",
    "de", "fr", "es", "pt", "ro", "sr", "hi", "bn", "ur", "sw", "mn", "ka", "hy",
)  # fmt: skip

BY_CODE = {language.code: language for language in LANGUAGES}
