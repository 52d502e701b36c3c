"""Names of languages in the reader's language."""

from django.utils.translation import get_language_info


def language_names(codes: list[str]) -> list[str]:
    """Names in the active language; Django's catalogues hold them."""
    return [str(get_language_info(code)["name_translated"]) for code in codes]
