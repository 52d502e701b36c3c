"""What a file may be at most, and the sentence for what it is not.

The limits stand where a page ends: the longest one on the site has some hundreds of texts.
"""

from django.utils.translation import gettext as _

#: Bytes of a file, units of a file, characters of a text, tags in a text.
LARGEST, MOST_UNITS, LONGEST, MOST_TAGS = 10 * 1024 * 1024, 5_000, 50_000, 300
#: Elements of an XML file in all, and steps deep.
MOST_ELEMENTS, DEEPEST = 200_000, 200
#: Sentences that are shown of one file.
MOST_SENTENCES = 20


class Refused(Exception):
    """A file that changes nothing; `sentences`: one for each problem, in the user's language."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = tuple(dict.fromkeys(sentences))


def size_checked(content: bytes) -> bytes:
    """Raises Refused."""
    if not content.strip():
        raise Refused(_("The file is empty."))
    if len(content) > LARGEST:
        raise Refused(_("The file is larger than 10 MB; a page never is."))
    return content
