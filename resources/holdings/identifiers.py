"""ISBN, ISSN and DOI: checked, and written in one way however an editor typed them."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import isbn, issn
from stdnum.exceptions import ValidationError as NoNumber

#: https://www.crossref.org/blog/dois-and-matching-regular-expressions/
DOI = re.compile(r"10\.\d{4,9}/[-._;()/:a-z0-9<>\[\]]+", re.IGNORECASE | re.ASCII)
DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def isbn_of(text: str) -> str:
    """The ISBN with its hyphens. Raises ValidationError where its check digit is wrong."""
    try:
        return str(isbn.format(isbn.validate(text)))
    except NoNumber as error:
        raise ValidationError(
            _("This is no ISBN: it has 10 or 13 digits, and its last one must check."),
            code="isbn",
        ) from error


def issn_of(text: str) -> str:
    try:
        return str(issn.format(issn.validate(text)))
    except NoNumber as error:
        raise ValidationError(
            _("This is no ISSN: it has eight digits, and its last one must check."), code="issn"
        ) from error


def doi_of(text: str) -> str:
    """The DOI without its address: `https://doi.org/10.1234/abc` → `10.1234/abc`."""
    bare = DOI_PREFIX.sub("", text.strip(), count=1)
    if not DOI.fullmatch(bare):
        raise ValidationError(_("A DOI looks like this: 10.1234/abc-5."), code="doi")
    return bare


NUMBERS = {"isbn": isbn_of, "issn": issn_of, "doi": doi_of}


def check_isbn(text: str) -> None:
    isbn_of(text)


def check_issn(text: str) -> None:
    issn_of(text)


def check_doi(text: str) -> None:
    doi_of(text)
