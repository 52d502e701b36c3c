"""Views of the kernel: pages, and pictures for those who may see them."""

from typing import Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.views import serve as serve_wagtail

from cms.core.files_access import may_read
from cms.core.models import SiteImage, SiteRendition
from cms.core.not_translated import not_translated, source_at
from cms.core.routing import route_for

CACHED_SECONDS = 3600


def serve(request: Any, path: str) -> HttpResponse:
    """Wagtail's view of pages, with the page already found: `_wagtail_route…` is its own cache."""
    found = request._wagtail_route_for_request = route_for(request, path)
    if found is None and (source := source_at(request, path)) is not None:
        return not_translated(request, source)
    response: HttpResponse = serve_wagtail(request, path)
    return response


@require_safe
def media(request: HttpRequest, name: str) -> FileResponse:
    """A rendition, for whoever may see its picture; an original for editors alone. Else 404."""
    rendition = SiteRendition.objects.filter(file=name).select_related("image").first()
    if rendition is not None:
        image, public = rendition.image, True
    else:
        image, public = SiteImage.objects.filter(file=name).first(), False
    if image is None or not may_read(request.user, "image", image, public=public):
        raise Http404
    try:
        file = default_storage.open(name)
    except OSError as error:
        raise Http404 from error
    response = FileResponse(file)
    response["Cache-Control"] = f"private, max-age={CACHED_SECONDS}"
    response["X-Content-Type-Options"] = "nosniff"
    return response
