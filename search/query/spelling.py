"""Spellings that are one edit away from a word: a letter too few, too many, wrong, or two swapped.

All of them are looked up in one statement, which needs no table of its own (docs/search.md).
"""


def one_edit(word: str, alphabet: str) -> set[str]:
    """All spellings one edit away, over the letters of `alphabet`; never the word itself."""
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    fewer = {left + right[1:] for left, right in halves if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1}
    other = {left + sign + right[1:] for left, right in halves if right for sign in alphabet}
    more = {left + sign + right for left, right in halves for sign in alphabet}
    return (fewer | swapped | other | more) - {word, ""}


def is_one_edit(one: str, other: str) -> bool:
    """Whether the two differ by one edit or not at all, accents and all."""
    if one == other:
        return True
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    at = min(len(one), len(other)) if at is None else at
    if len(one) == len(other):
        swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
        return swapped or one[at + 1 :] == other[at + 1 :]
    shorter, longer = sorted((one, other), key=len)
    return len(longer) - len(shorter) == 1 and shorter[at:] == longer[at + 1 :]
