"""The site of a request, by a query that is written once."""

from typing import Any

from django.http.request import split_domain_port
from wagtail.models import Site

from cms.core.prepared import Prepared


def site_of(request: Any) -> Any:
    """What `Site.find_for_request` gives and keeps with the request, by the same rules."""
    if not hasattr(request, "_wagtail_site"):
        hostname = split_domain_port(request._get_raw_host())[0]
        request._wagtail_site = best_of(_sites(), hostname, request.get_port())
    return request._wagtail_site


_sites = Prepared(lambda: Site.objects.select_related("root_page").order_by("pk"))


def best_of(sites: list[Site], hostname: str, port: str) -> Site | None:
    """By host and port, else the default site, else the only one of the host.

    The default site stands back where it has another host and the request's host has one site.
    """
    default = next((site for site in sites if site.is_default_site), None)
    same = [site for site in sites if site.hostname == hostname]
    exact = next((site for site in same if str(site.port) == str(port)), None)
    if exact or default in same:
        return exact or default
    if len(same) == 1:
        return same[0]
    return default or next(iter(same), None)
