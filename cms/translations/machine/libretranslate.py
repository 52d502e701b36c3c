"""LibreTranslate's interface (docs.libretranslate.com)."""

from collections.abc import Sequence

from cms.machine_url import Service
from cms.translations.machine.asking import asked, texts_in
from cms.translations.machine.faults import Fault, MachineFault


class LibreTranslate:
    name = "LibreTranslate"
    #: It has no limits by itself (`--batch-limit`, `--char-limit`), but it translates on the
    #: server's own processor: few texts at once, so that an answer comes in time.
    most_texts, most_bytes = 10, 10_000

    def __init__(self, service: Service) -> None:
        self._service = service

    @property
    def seconds(self) -> int:
        return self._service.timeout

    def translate(self, texts: Sequence[str], source_code: str, target_code: str) -> list[str]:
        # simplified Chinese is "zh", which newer versions read as "zh-Hans"
        body = {
            "q": list(texts), "source": source_code.split("-", maxsplit=1)[0],
            "target": target_code.split("-", maxsplit=1)[0], "format": "html",
        }  # fmt: skip
        if self._service.key:
            body["api_key"] = self._service.key
        answer = asked(self._service, "/translate", body)
        if not isinstance(answer, dict):
            raise MachineFault(Fault.RUBBISH)
        return texts_in(answer.get("translatedText"), len(texts))
