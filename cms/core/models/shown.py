"""What a page shows is looked up and rendered once for all anonymous visitors.

It counts while content stays as it is (`cms.core.generation`) and the minute lasts: what is coming,
open or over changes by the clock. The frame around it is made for each request.
"""

import time
from collections.abc import Hashable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from cms.core.generation import Kept, keeps_content
from cms.core.routing import no_restrictions

#: The parts of a page that are kept, as `{% drawn %}` names them in `base.html`.
PARTS = ("head", "main")
#: By page, language, site and query; the two parts of one are 10 to 100 KB.
_drawn: Kept[dict[str, str]] = Kept(most=300)


class ShownPage:
    """Mixin of `BasePage`: a type gives by `shown_context` what its template needs of it."""

    #: Of content, when the page was found by its path (`cms.core.routing`).
    generation: int | None = None

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        """Looked up where nothing is kept. The template's head and main part may depend on the
        page, this, the language, the clock by the minute, and `shown_key`: on nothing else."""
        return {}

    def shown_key(self, request: HttpRequest) -> Hashable:
        """What of the address's query decides about it."""
        return ()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        page: Any = self
        drawn: dict[str, str] = {}
        if is_for_everybody(page, request):
            site = request.build_absolute_uri("/")
            key = (page.pk, get_language(), site, self.shown_key(request))
            drawn = _drawn.get(key, dict, state=(self.generation, int(time.time() // 60)))
        held = {} if all(part in drawn for part in PARTS) else self.shown_context(request)
        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]  # Page's
        return {**context, **held, "drawn": drawn}


def is_for_everybody(page: Any, request: HttpRequest) -> bool:
    """Whether any visitor would see the same: a public page as it is stored, in no transaction that
    may have changed content, asked for by nobody whom a session knows."""
    return (
        page.generation is not None
        and keeps_content()
        and page.get_view_restrictions is no_restrictions
        and not page.is_stand_in
        and not getattr(request, "is_preview", False)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
    )
