"""Terms of the glossary."""

from wagtail.models import Locale

from cms.translations.models import Term, TermTranslation


def make_term(text: str = "kerekasztal", domain: str = "", **renderings: str) -> Term:
    """A term with its preferred translations by code (`zh_hans` for `zh-hans`)."""
    term = Term.objects.create(text=text, domain=domain)
    for code, rendering in renderings.items():
        locale = Locale.objects.get(language_code=code.replace("_", "-"))
        TermTranslation.objects.create(term=term, locale=locale, text=rendering)
    return term
