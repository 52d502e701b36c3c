"""Organisations and people as schema.org/Organization and schema.org/Person."""

from typing import Any


def organisation_schema(page: Any) -> dict[str, Any]:
    """What is public of an organisation; hidden addresses and kept numbers are not among it."""
    data: dict[str, Any] = {}
    if page.website:
        data["sameAs"] = [page.website]
    if page.other_names:
        data["alternateName"] = list(page.other_names)
    if page.founded_year:
        data["foundingDate"] = str(page.founded_year)
    if page.spoken:
        data["knowsLanguage"] = page.spoken
    profile = getattr(page, "profile", None)
    if profile is not None:
        data |= _reach(profile)
    return data


def _reach(profile: Any) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name, found in (("email", profile.emails), ("telephone", profile.phones)):
        if found:
            data[name] = [way.value for way in found]
    addresses = [site.place.postal_address for site in profile.places if site.place.postal_address]
    if addresses:
        data["address"] = addresses
    return data


def person_schema(page: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"familyName": page.family_name} if page.family_name else {}
    if page.position:
        data["jobTitle"] = page.position
    if page.name_original:
        data["alternateName"] = page.name_original
    if page.languages:
        data["knowsLanguage"] = page.languages
    return data
