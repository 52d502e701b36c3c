"""What a browser would send: the form that an answer shows, with its blanks filled in."""

import json
from typing import Any

from bs4 import BeautifulSoup

#: What is written into an empty field whose name ends so.
FILL = {
    "title": "Új", "name": "Új", "slug": "uj", "text": "Új", "notation": "uj", "url": "/uj/",
    "username": "uj", "email": "uj@example.org", "password1": "a-long-password-1052",
    "password2": "a-long-password-1052", "old_path": "/uj/", "redirect_link": "https://example.org/",
    "starts_at": "2031-03-12 10:00", "explanation_hu": "Azért.", "hostname": "uj.example.org",
    "port": "8000", "phone_number": "123", "email_address": "uj@example.org", "anchor": "uj",
}  # fmt: skip


def form_in(response: Any) -> dict[str, Any]:
    """Names and values of the largest form of a page, or of a dialogue that comes as JSON."""
    if response.status_code != 200 or getattr(response, "streaming", False):
        return {}
    text = response.content.decode(errors="ignore")
    if response.headers["Content-Type"].startswith("application/json"):
        data = json.loads(text)
        text = data.get("html", "") if isinstance(data, dict) else ""
    soup = BeautifulSoup(text, "html.parser")
    forms = [
        _values(form) for form in soup.find_all("form", method=lambda m: m and m.lower() == "post")
    ]
    return max(forms, key=len, default={})


def _values(form: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for stream in form.select("[data-block]"):
        values[f"{stream['id']}-count"] = "0"
    for field in form.select("input[name], textarea[name], select[name]"):
        if (value := _value(field)) is not None:
            values[field["name"]] = value
    return values


def _value(field: Any) -> str | None:
    kind = field.get("type", field.name)
    if field.name == "select":
        chosen = field.select_one("option[selected]")
        others = [option for option in field.select("option") if option.get("value")]
        return chosen["value"] if chosen else (others[0]["value"] if others else None)
    if kind in {"submit", "button", "file"} or (
        kind in {"checkbox", "radio"} and not field.has_attr("checked")
    ):
        return None
    value = field.get_text() if field.name == "textarea" else field.get("value", "")
    ending = "text" if field["name"].startswith("text_") else field["name"].rpartition("-")[2]
    return str(value.strip() or FILL.get(ending, "on" if kind in {"checkbox", "radio"} else ""))
