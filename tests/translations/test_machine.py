"""Machine translation services, asked as they are: what they get, what comes back, what fails."""

import json

import pytest
from django.core.checks import run_checks
from django.test import override_settings

from cms.languages import LANGUAGES
from cms.machine_url import service_of
from cms.translations.machine.drafting import batches
from cms.translations.machine.faults import SENTENCES, Fault, MachineFault
from cms.translations.machine.fitting import fitted, marked
from cms.translations.machine.port import translator
from cms.translations.segments.read import Line
from tests.translations.machines import KEY, is_deepl

HTML = 'A <a id="a1">lakhatás</a> &amp; a <b>munka</b>'


def test_libretranslate_is_asked_for_html_in_its_codes(machine):
    assert translator().translate([HTML, "Ülés"], "hu", "zh-hans") == [
        'A <a id="a1">LAKHATÁS</a> &amp; A <b>MUNKA</b>', "ÜLÉS",
    ]  # fmt: skip
    [(path, body)] = machine.asked
    assert path == "/translate"
    assert body == {"q": [HTML, "Ülés"], "source": "hu", "target": "zh", "format": "html"}


def test_a_key_goes_to_libretranslate_in_the_body(machine, settings):
    settings.MACHINE_TRANSLATION_URL = f"libretranslate+http://geheim@{machine.host}/under/"
    translator().translate(["Ülés"], "hu", "uk")
    [(path, body)] = machine.asked
    assert (path, body["api_key"]) == ("/under/translate", "geheim")


def test_deepl_is_asked_for_html_with_the_key_in_a_header(machine, settings):
    is_deepl(machine, settings)
    assert translator().translate([HTML], "hu", "uk") == [
        'A <a id="a1">LAKHATÁS</a> &amp; A <b>MUNKA</b>'
    ]
    [(path, body)] = machine.asked
    assert path == "/v2/translate"
    assert body == {
        "text": [HTML], "source_lang": "HU", "target_lang": "UK", "tag_handling": "html",
    }  # fmt: skip
    assert KEY not in json.dumps(body)


def test_deepl_is_told_each_language_by_its_own_code(machine, settings):
    is_deepl(machine, settings)
    for language in LANGUAGES[1:]:
        translator().translate(["Ülés"], "hu", language.code)
    codes = [body["target_lang"] for _path, body in machine.asked]
    assert codes == ["EN-GB", "UK", "RU", "ZH-HANS", "VI", "AR", "TR", "FA"]


FAILURES = [
    (Fault.REFUSED, lambda: (400, b'{"error": "xx is not supported"}')),
    (Fault.KEY, lambda: (403, b'{"error": "Invalid API key"}')),
    (Fault.REFUSED, lambda: (413, b"")),
    (Fault.OFTEN, lambda: (429, b'{"error": "Slowdown"}')),
    (Fault.QUOTA, lambda: (456, b'{"message": "Quota Exceeded"}')),
    (Fault.ERROR, lambda: (500, b"<html>Oops</html>")),
    (Fault.ERROR, lambda: (302, b"")),
    (Fault.RUBBISH, lambda: (200, b"<html>login</html>")),
    (Fault.RUBBISH, lambda: (200, b"\xff")),
    (Fault.RUBBISH, lambda: (200, b"[" * 100_000)),
    (Fault.RUBBISH, lambda: (200, b"null")),
    (Fault.RUBBISH, lambda: (200, b"{}")),
    (Fault.RUBBISH, lambda: (200, b'{"translatedText": "one", "translations": 1}')),
    (Fault.RUBBISH, lambda: (200, b'{"translatedText": [], "translations": []}')),
    (Fault.RUBBISH, lambda: (200, b'{"translatedText": [1], "translations": [{"text": 1}]}')),
    (Fault.RUBBISH, lambda: (200, b'{"translatedText": ["\\ud800"], "translations": ["a"]}')),
    (Fault.RUBBISH, lambda: (200, b'"' + b"a" * 3_000_000 + b'"')),
]  # fmt: skip


@pytest.mark.parametrize("name", ["LibreTranslate", "DeepL"])
@pytest.mark.parametrize(("fault", "answer"), FAILURES)
def test_each_failure_is_a_sentence(machine, settings, name, fault, answer):
    if name == "DeepL":
        is_deepl(machine, settings)
    machine.answer = answer
    assert translator().name == name
    with pytest.raises(MachineFault) as error:
        translator().translate(["Ülés"], "hu", "uk")
    assert error.value.fault == fault
    assert error.value.sentence.endswith(".")
    assert len(machine.asked) == 1


def test_a_service_that_hangs_is_left_after_its_time(machine):
    machine.answer = machine.hang
    with pytest.raises(MachineFault) as error:
        translator().translate(["Ülés"], "hu", "uk")
    assert error.value.fault == Fault.SLOW


def test_a_service_that_drips_is_left_after_its_time(machine):
    machine.drips = True
    with pytest.raises(MachineFault) as error:
        translator().translate(["Ülés"], "hu", "uk")
    assert error.value.fault == Fault.SLOW


def test_a_service_that_is_not_there_is_away(settings):
    settings.MACHINE_TRANSLATION_URL = "libretranslate+http://127.0.0.1:9"
    with pytest.raises(MachineFault) as error:
        translator().translate(["Ülés"], "hu", "uk")
    assert error.value.fault == Fault.AWAY


def test_each_fault_has_a_sentence_of_its_own():
    assert set(SENTENCES) == set(Fault)
    assert len({str(one) for one in SENTENCES.values()}) == len(Fault)


def test_placeholders_and_codes_are_marked_and_come_back(machine):
    text = 'Az EIA/2012/3.7.4. <a id="a1">szerint</a> {name}, %(count)s fő'
    [answer] = translator().translate([marked(text)], "hu", "uk")
    assert fitted(text, answer) == 'AZ EIA/2012/3.7.4. <a id="a1">SZERINT</a> {name}, %(count)s FŐ'


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ('Lásd <a id="a1">itt</a>.', "Дивіться тут."),
        ('Lásd <a id="a1">itt</a>.', 'Дивіться <a id="a2">тут</a>.'),
        ("Szia, {name}!", "Привіт, {ім'я}!"),
        ("<b>Fontos</b> ügy", "<b>Важлива справа"),
        ("<b>Fontos</b> ügy", "<script>x</script>"),
        ("<b>Fontos</b> ügy", "<b>" * 5000 + "</b>" * 5000),
        ("Ülés", "<b>Засідання</b>"),
        ("Ülés", "  "),
        ("Ülés", "a\x00b"),
        ("Ülés", "а" * 60_000),
    ],
)
def test_an_answer_that_lost_something_is_no_text(source, answer):
    assert fitted(source, answer) == ""


def test_a_plain_text_is_kept_as_a_segment_has_it():
    assert fitted("Q &amp; A", "Q &amp; &#x27;A&#x27;") == "Q &amp; 'A'"


@pytest.mark.parametrize("name", ["LibreTranslate", "DeepL"])
def test_batches_keep_the_limits_of_the_service(machine, settings, name):
    if name == "DeepL":
        is_deepl(machine, settings)
    service = translator()
    lines = [Line(pk, "body", pk, pk, "ő" * 1500) for pk in range(120)]
    lines.insert(7, Line(999, "body", 999, 999, "ő" * 60_000))
    found = list(batches(lines, service))
    assert [line for batch in found for line in batch] == lines
    for batch in found:
        size = sum(len(one.source.encode()) for one in batch)
        assert len(batch) <= service.most_texts
        assert size <= service.most_bytes or len(batch) == 1
    assert len(found) < 60


def test_nothing_is_set_up_by_default(settings):
    assert settings.MACHINE_TRANSLATION_URL == ""
    assert translator() is None


def test_an_address_names_service_host_key_and_time():
    deepl = service_of("deepl://a-key:fx@api-free.deepl.com")
    assert (deepl.address, deepl.key, deepl.timeout) == (
        "https://api-free.deepl.com", "a-key:fx", 20,
    )  # fmt: skip
    assert "a-key" not in repr(deepl)
    near = service_of("libretranslate+http://libretranslate:5000/?timeout=45")
    assert (near.address, near.key, near.timeout) == ("http://libretranslate:5000", "", 45)
    far = service_of("libretranslate+https://a%2Fb@[2001:db8::1]:8443/mt")
    assert (far.address, far.key) == ("https://[2001:db8::1]:8443/mt", "a/b")


@pytest.mark.parametrize(
    "address",
    [
        "https://api.deepl.com", "deepl://api.deepl.com", "deepl://", "deepl://k%C5%91@a.example",
        "deepl://key@api.deepl.com?timeout=0", "deepl://key@api.deepl.com?timeout=61",
        "deepl://key@api.deepl.com?colour=red", "deepl://key@api.deepl.com#x",
        "deepl+http://key@api.deepl.com", "libretranslate+http://key@machine.example.org",
        "libretranslate+http://host:port", "libretranslate+http://[::1",
    ],
)  # fmt: skip
def test_a_wrong_address_fails_the_system_check_in_one_sentence(address):
    with override_settings(MACHINE_TRANSLATION_URL=address):
        [found] = [one for one in run_checks(tags=["roundtable"]) if one.id == "roundtable.E007"]
        assert translator() is None
    assert found.msg.startswith("MACHINE_TRANSLATION_URL ")
    assert found.msg.endswith(".")
    assert "key@" not in found.msg.replace("deepl://key@api-free.deepl.com", "")
