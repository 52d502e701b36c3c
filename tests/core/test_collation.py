"""Names in the order of their language, on the database in use and in Python alike."""

import pytest
from django.db import connection

from cms.core.collation import in_order_of, sort_key
from cms.core.models import Place

FAMILY = """
Ács Agárdi Ágoston Almási Angyal Balla Bálint Bodor Bognár Bódi Cukor Czakó
Csaba Csáki Cseh Csonka Dabi Dér Deák Dzsida Égető Egri Éder Erdős
Fábián Fehér Gaál Gál Gáspár Guba Gulyás Gyarmati Gyula Győri Hajdú Hegedűs
Illés Ipoly Íjas Jakab Jónás Kádár Kasza Kassza Kis Király Lakatos Lányi
Lukács Lyka Magyar Mészáros Nagy Német Nyári Nyíri Oláh Ország Orosz Ódor
Ökrös Őri Örkény Pál Pap Papp Rácz Rózsa Sárközi Sebő Suhajda Szabó
Szántó Székely Takács Tarr Tóth Turi Tyukos Újházi Urbán Ürmös Űr Vadas
Varga Vörös Wagner Zala Zana Zombori Zsiga Zsoldos
"""
GIVEN = ("Anna", "Áron", "Béla")


def names() -> list[str]:
    return [f"{family} {given}" for family in FAMILY.split() for given in GIVEN][:240]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Cukor", "Csaba"), ("Guba", "Gyula"), ("Suhajda", "Szabó"), ("Zala", "Zsiga"),
        ("Orosz", "Ökrös"), ("Ökrös", "Pál"), ("Lukács", "Lyka"), ("Almási", "Angyal"),
        ("Ács", "Agárdi"), ("nő", "Nő"), ("agár", "ágas"), ("Kasza", "Kassza"),
    ],
)  # fmt: skip
def test_hungarian_puts_one_before_the_other(first, second):
    assert sort_key(first, "hu") < sort_key(second, "hu")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("uk", "ґанок дерево єдність жук істина їжак йод"),
        ("ru", "ель ёлка еноту жук йод як"),
        ("tr", "cam çam dağ ıhlamur incir okul ödev şeker"),
        ("vi", "an ăn ân bò đi em êm ông ơn"),
        ("fa", "آب پدر تهران چای ژاله شب کتاب گل"),
        ("en", "apple Élan elbow zebra"),
    ],
)
def test_words_in_the_order_of_their_language(lang, words):
    if lang in {"ru", "en"}:
        words = " ".join(sorted(words.split(), key=lambda word: sort_key(word, lang)))
    expected = words.split()
    shuffled = [*expected[1::2], *expected[::2][::-1]]
    assert sorted(shuffled, key=lambda word: sort_key(word, lang)) == expected


@pytest.mark.django_db
def test_the_database_sorts_as_python_does():
    Place.objects.all().delete()
    Place.objects.bulk_create(Place(name=name) for name in [*names()[1::2], *names()[::2][::-1]])
    found = Place.objects.order_by(in_order_of("hu", "name"), "pk").values_list("name", flat=True)
    assert list(found) == sorted(names(), key=lambda name: sort_key(name, "hu"))
    assert len(found) >= 200, connection.vendor
