"""The glossary for readers: terms in their language with the Hungarian beside."""

from dataclasses import dataclass

from django.db.models import Prefetch
from wagtail.models import Locale

from cms.core.collation import sort_key
from cms.languages import SOURCE
from cms.translations.models.glossary import Term, TermTranslation


@dataclass(frozen=True, slots=True)
class PublicTerm:
    """`hungarian` is empty where the reader's language is Hungarian; `language` is that of the
    definition."""

    id: int
    text: str
    others: list[str]
    domain: str
    hungarian: str
    definition: str
    language: str


def public_terms(locale: Locale) -> list[PublicTerm]:
    """Those that have a preferred term in the language, in its order. Two queries."""
    spoken = TermTranslation.objects.filter(locale=locale).exclude(
        status=TermTranslation.Status.DEPRECATED
    )
    terms = Term.objects.filter(is_public=True, is_forbidden=False)
    language = locale.language_code
    if language == SOURCE:
        found = [
            PublicTerm(term.pk, term.text, [], term.domain, "", term.definition, SOURCE)
            for term in terms
        ]
    else:
        terms = terms.prefetch_related(Prefetch("translations", spoken, to_attr="spoken"))
        found = [one for term in terms if (one := _in_language(term, language))]
    return sorted(found, key=lambda one: (sort_key(one.text, language), one.domain, one.id))


def _in_language(term: Term, language: str) -> PublicTerm | None:
    spoken: list[TermTranslation] = term.spoken
    preferred = next((one for one in spoken if one.status == "preferred"), None)
    if preferred is None:
        return None
    others = [one.text for one in spoken if one is not preferred]
    # what is written in Hungarian is said to be so
    definition, of = (
        (preferred.definition, language) if preferred.definition else (term.definition, SOURCE)
    )
    return PublicTerm(term.pk, preferred.text, others, term.domain, term.text, definition, of)
