"""What the database can still offer while the engine is down: pages with the words in the title."""

from cms.core.frame import Link, address
from search.query.typed import taken_apart
from search.sight import sight
from search.suggestions import compared

MOST = 20


def titles_with(text: str, lang: str) -> list[Link]:
    """Pages in the reader's language whose titles have all the words, in some form of theirs."""
    typed = taken_apart(text)
    wanted = compared(" ".join([*typed.words, *typed.phrases]), lang)
    found = [
        Link(page.title, address(lang, page.url_path), lang)
        for page in (sight().pages.values() if wanted else ())
        if page.language == lang and has_all(page.title, wanted, lang)
    ]
    return sorted(found, key=lambda link: (len(link.title), link.title))[:MOST]


def has_all(title: str, wanted: tuple[str, ...], lang: str) -> bool:
    text = " ".join(compared(title, lang))
    return all(word in text for word in wanted)
