"""Words that must meet: forms of one word, language by language, and spellings of one letter."""

import pytest

from search.analysis import analyse_many, analyser_for, read

MEET = {
    "hu": [
        ("ajánlás", "ajánlásainkról"), ("lakhatás", "lakhatását"), ("bevándorló", "bevándorlókkal"),
        ("elmond", "elmondta"),
        ("menedékkérő", "menedékkérőknek"), ("jogosultság", "jogosultságáról"),
        ("budapest", "budapesten"), ("eu", "eu-ban"), ("1996", "1996-ban"), ("kés", "késsel"),
        ("frakcióvezető-helyettes", "frakcióvezető-helyettese"), ("magyar", "magyarok"),
    ],
    "en": [("child", "children"), ("permit", "permits"), ("city", "city's"), ("go", "went"),
           ("think", "thought"), ("apply", "applied")],
    "uk": [("місто", "містах"), ("дитина", "дітей"), ("допомога", "допомогу")],
    "ru": [("ребёнок", "детей"), ("город", "городах"), ("жить", "живут"), ("елка", "ёлки")],
    "tr": [("ev", "evlerimizde"), ("istanbul", "İstanbul'da"), ("çocuk", "çocukların")],
    "fa": [("کتاب", "کتاب‌های"), ("شهر", "شهرها"), ("معتقد", "معتقدند")],
    "ar": [("مدينة", "المدينة"), ("وكيل", "وكلاء"), ("بريطاني", "البريطانية"), ("كتاب", "والكتاب")],
    "vi": [("Người", "người"), ("nguoi", "người")],
}  # fmt: skip
CASES = [(language, *pair) for language, pairs in MEET.items() for pair in pairs]


def of(language, text):
    (word,) = analyser_for(language).words(text)
    reading = read(language, word)
    return word, reading


@pytest.mark.parametrize(("language", "one", "other"), CASES)
def test_forms_of_a_word_meet(language, one, other):
    word, asked = of(language, one)
    _other, kept = of(language, other)
    assert {word, *asked.stems, *asked.others, *asked.kin}.intersection(kept.all)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("hu", "ajánlás", "lakás"), ("hu", "kér", "kor"), ("en", "city", "child"),
     ("ru", "город", "год"),
     ("ar", "مدينة", "كتاب"), ("tr", "ev", "el"), ("fa", "شهر", "کتاب"), ("uk", "місто", "мова")],
)  # fmt: skip
def test_other_words_do_not(language, one, other):
    assert not set(of(language, one)[1].all).intersection(of(language, other)[1].all)


@pytest.mark.parametrize(
    ("compound", "part"),
    [("világháború", "háború"), ("napirendre", "rend"), ("szállodaszobájában", "szoba"),
     ("apeh-elnöknek", "elnök"), ("kerekasztal", "asztal"), ("közszereplők", "szereplő")],
)  # fmt: skip
def test_a_compound_is_found_by_its_parts(compound, part):
    assert part in of("hu", compound)[1].parts


def test_a_word_that_is_a_dictionary_form_keeps_its_other_reading_apart():
    reading = of("hu", "emelkedett")[1]
    assert reading.stems == ("emelkedett",)
    assert "emelkedik" in reading.others
    assert "emelkedik" in reading.all


@pytest.mark.parametrize(
    ("language", "typed", "words"),
    [
        ("hu", "be\u00adván\u00addorló", ["bevándorló"]),
        ("hu", "u\u0301t ﬁú", ["út", "fiú"]),
        ("hu", "2012‑ben", ["2012-ben"]),
        ("tr", "IŞIK İstanbul i\u0307", ["ışık", "istanbul", "i"]),
        ("tr", "Ankara’da", ["ankara'da"]),
        ("uk", "Пʼять пʹять", ["п'ять", "п'ять"]),
        ("ru", "ЁЛКА", ["елка"]),
        ("ar", "مُحَمَّـــد إلى", ["محمد", "الي"]),
        ("fa", "كتاب‌هاي ۱۴۰۲", ["کتاب\u200cهای", "1402"]),
        ("zh-hans", "移民局 abc", ["移民", "民局", "abc"]),
        ("zh-hans", "人", ["人"]),
        ("vi", "Tiê\u0301ng Việt", ["tiếng", "việt"]),
        ("sw", "Watu WENGI", ["watu", "wengi"]),
    ],
)
def test_one_form_of_each_letter(language, typed, words):
    assert analyser_for(language).words(typed) == words


@pytest.mark.parametrize(
    ("language", "word", "folded"),
    [("hu", "árvíztűrő", "arvizturo"), ("tr", "ışık", "isik"), ("vi", "đường", "duong"),
     ("ru", "йод", "иод")],
)  # fmt: skip
def test_a_word_without_its_accents(language, word, folded):
    assert analyser_for(language).fold(word) == folded


def test_many_words_are_read_as_one_by_one():
    words = ["ajánlásaink", "budapest", "xyzzy"]
    assert analyse_many("hu", words) == {word: read("hu", word) for word in words}


def test_a_word_of_another_script_needs_no_dictionary():
    assert read("ru", "budapest").stems == ("budapest",)
    assert read("hu", "місто").stems == ("місто",)


def test_endless_words_are_cut():
    (word,) = analyser_for("hu").words("x" * 5000)
    assert len(word) == 64
