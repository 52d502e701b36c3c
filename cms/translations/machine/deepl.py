"""DeepL's interface, version 2 (developers.deepl.com/docs/translate)."""

from collections.abc import Sequence

from cms.machine_url import Service
from cms.translations.machine.asking import asked, texts_in
from cms.translations.machine.faults import Fault, MachineFault

#: Where DeepL asks for more than our own code in capitals: English without a country is
#: deprecated as a target, Chinese is told by its script.
TARGETS = {"en": "EN-GB", "zh-hans": "ZH-HANS"}


class DeepL:
    name = "DeepL"
    #: Its limits are 50 texts and a request of 128 KiB; JSON puts some signs before others.
    most_texts, most_bytes = 50, 100_000

    def __init__(self, service: Service) -> None:
        self._service = service

    @property
    def seconds(self) -> int:
        return self._service.timeout

    def translate(self, texts: Sequence[str], source_code: str, target_code: str) -> list[str]:
        body = {
            "text": list(texts),
            "source_lang": source_code.split("-", maxsplit=1)[0].upper(),
            "target_lang": TARGETS.get(target_code, target_code.upper()),
            "tag_handling": "html",
        }
        headers = {"Authorization": f"DeepL-Auth-Key {self._service.key}"}
        answer = asked(self._service, "/v2/translate", body, headers)
        try:
            found = [one["text"] for one in answer["translations"]]
        except (KeyError, TypeError) as error:
            raise MachineFault(Fault.RUBBISH) from error
        return texts_in(found, len(texts))
