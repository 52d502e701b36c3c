"""A segment is found again though its block was moved, retyped or changed."""

from cms.translations.texts.pairing import Segment, field_of, paired

ONE, TWO, NEW = (f"{n}0000000-0000-4000-8000-000000000000" for n in "123")


def block(block_id, text):
    return Segment(f"body.{block_id}.text", text)


def pairs(old, new):
    return paired([block(*one) for one in old], [block(*one) for one in new])


def test_an_unchanged_page_pairs_each_with_itself():
    page = [(ONE, "Egy"), (ONE, "Kettő"), (TWO, "Egy")]
    assert pairs(page, page) == {0: 0, 1: 1, 2: 2}


def test_a_moved_text_is_the_same():
    assert pairs([(ONE, "Egy"), (TWO, "Kettő")], [(TWO, "Kettő"), (ONE, "Egy")]) == {0: 1, 1: 0}


def test_a_retyped_block_is_the_same():
    assert pairs([(ONE, "Egy szöveg")], [(NEW, "Egy szöveg")]) == {0: 0}


def test_a_changed_text_at_its_place_is_its_next_version():
    old = [(ONE, "A ház ma nyitva van"), (ONE, "Hozzon iratot")]
    new = [(ONE, "Hozzon két iratot"), (ONE, "A ház ma zárva van")]
    assert pairs(old, new) == {0: 1, 1: 0}


def test_a_retyped_and_changed_block_needs_more_in_common():
    old = "A ház minden nap nyolctól tízig nyitva van"
    assert pairs([(ONE, old)], [(NEW, old.replace("tízig", "hatig"))]) == {0: 0}
    assert pairs([(ONE, old)], [(NEW, "A ház minden héten zárva")]) == {}


def test_the_likest_one_is_taken():
    old = [(ONE, "a b c d e"), (ONE, "a b c d x")]
    assert pairs(old, [(ONE, "a b c d x y")]) == {0: 1}


def test_a_new_text_has_no_old_one():
    assert pairs([(ONE, "Egy")], [(ONE, "Egy"), (TWO, "Valami egészen más")]) == {0: 0}


def test_two_equal_texts_stay_at_their_paths():
    assert pairs([(ONE, "Egy"), (TWO, "Egy")], [(TWO, "Egy"), (ONE, "Egy")]) == {0: 1, 1: 0}


def test_fields_are_paths_without_ids():
    assert field_of(f"agenda.{ONE}.title") == field_of(f"agenda.{TWO}.title") == "agenda.*.title"
