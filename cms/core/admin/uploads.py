"""A text file that somebody brings into the admin: the topics, the glossary."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MOST_BYTES = 1024 * 1024
#: Spreadsheets take a CSV file for UTF-8 by this mark alone.
MARK = "\ufeff"


def text_of(file: Any, endings: Collection[str], refusal: str) -> tuple[str, str]:
    """The text and the ending of an uploaded file; `refusal` says which files are taken.

    Raises ValidationError with one sentence.
    """
    ending = file.name.rpartition(".")[2].lower()
    if ending not in endings:
        raise ValidationError(refusal)
    if file.size > MOST_BYTES:
        raise ValidationError(_("The file is larger than 1 MB."))
    try:
        return file.read().decode("utf-8-sig"), ending
    except UnicodeDecodeError as error:
        raise ValidationError(_("The file is not in UTF-8: save it as CSV UTF-8.")) from error
