"""The port that drafts come through, and which adapter the setting names."""

from collections.abc import Callable, Sequence
from typing import Protocol

from django.conf import settings

from cms.machine_url import Service, service_of
from cms.translations.machine.deepl import DeepL
from cms.translations.machine.libretranslate import LibreTranslate


class Translator(Protocol):
    """A service that translates segments: HTML with inline tags, which it keeps.

    `name` is a proper name, kept with each text; `most_texts` and `most_bytes` (UTF-8) are the
    limits of one call, `seconds` what it may take.
    """

    @property
    def name(self) -> str: ...
    @property
    def most_texts(self) -> int: ...
    @property
    def most_bytes(self) -> int: ...
    @property
    def seconds(self) -> int: ...

    def translate(self, texts: Sequence[str], source_code: str, target_code: str) -> list[str]:
        """As many texts, in the same order; codes are those of `cms.languages`.

        Raises MachineFault.
        """
        ...


ADAPTERS: dict[str, Callable[[Service], Translator]] = {
    "libretranslate": LibreTranslate,
    "deepl": DeepL,
}


def translator() -> Translator | None:
    """None where none is set up, or not rightly: a system check says so then."""
    try:
        service = service_of(settings.MACHINE_TRANSLATION_URL)
    except ValueError:
        return None
    return ADAPTERS[service.kind](service) if service else None
