"""Licences by their SPDX code, with the page that explains each in plain words."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

CREATIVE = "https://creativecommons.org"


@dataclass(frozen=True)
class Licence:
    code: str
    name: Any
    url: str = ""


LICENCES = (
    Licence("CC0-1.0", "CC0 1.0", f"{CREATIVE}/publicdomain/zero/1.0/"),
    Licence("CC-BY-4.0", "CC BY 4.0", f"{CREATIVE}/licenses/by/4.0/"),
    Licence("CC-BY-SA-4.0", "CC BY-SA 4.0", f"{CREATIVE}/licenses/by-sa/4.0/"),
    Licence("CC-BY-ND-4.0", "CC BY-ND 4.0", f"{CREATIVE}/licenses/by-nd/4.0/"),
    Licence("CC-BY-NC-4.0", "CC BY-NC 4.0", f"{CREATIVE}/licenses/by-nc/4.0/"),
    Licence("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", f"{CREATIVE}/licenses/by-nc-sa/4.0/"),
    Licence("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", f"{CREATIVE}/licenses/by-nc-nd/4.0/"),
    Licence("ODbL-1.0", "ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
    Licence("LicenseRef-public-domain", _("Public domain")),
    Licence("LicenseRef-all-rights-reserved", _("All rights reserved")),
)
BY_CODE = {licence.code: licence for licence in LICENCES}


def licence_codes() -> list[tuple[str, Any]]:
    return [(licence.code, licence.name) for licence in LICENCES]
