"""A page as schema.org data: what every type shares, and what a type adds by `schema_data`."""

from typing import Any

from cms.core.frame import address


def schema_of(page: Any, request: Any) -> dict[str, Any]:
    lang = page.locale.language_code
    data = {
        "@context": "https://schema.org",
        "@type": page.schema_type,
        "name": page.title,
        "inLanguage": lang,
        "url": request.build_absolute_uri(address(lang, page.url_path)),
    }
    if page.summary:
        data["description"] = page.summary
    return {**data, **page.schema_data()}
