"""A body with every block that an editor can use."""

from typing import Any

from tests.factories.pages import make_document, make_image


def every_block(page: Any) -> list[Any]:
    """`page` is one that the cards lead to."""
    image = make_image()
    rows = [{"cells": ["Hétfő", "9–12"]}, {"cells": ["Kedd", "9–12"]}]
    return [
        ("heading", {"text": "Cím", "level": "2"}),
        ("text", "<p>Szöveg</p><ul><li>egy</li></ul><ol><li>első</li></ol>"),
        ("heading", {"text": "Alcím", "level": "3"}),
        ("quote", {"text": "Idézet", "source": "Valaki"}),
        ("picture", {"image": image, "caption": "Aláírás"}),
        ("documents", [make_document()]),
        ("pages", [page]),
        ("heading", {"text": "Második cím", "level": "2"}),
        ("table", {"caption": "Táblázat", "head": ["Nap", "Óra"], "rows": rows}),
        ("action", {"text": "Tovább", "page": page, "url": ""}),
        ("accordion", [{"title": "Kérdés?", "text": "<p>Válasz</p>"}]),
        ("heading", {"text": "Harmadik cím", "level": "2"}),
        ("embed", {"title": "Film", "provider": "Szolgáltató", "url": "https://example.org/",
                   "still": image}),
    ]  # fmt: skip
