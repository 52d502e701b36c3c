"""What a browser may do with a page of ours, said in headers of every response.

Public pages hold no script, style or handler inside them, so their policy (CSP Level 3) names the
own origin alone: no nonce, which a cached page could not carry, and nothing `unsafe`. The admin is
Wagtail's, which writes scripts and styles into its pages: it has a policy of its own.
"""

from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse_lazy

PUBLIC = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "media-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
ADMIN = {
    **PUBLIC,
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "frame-src": [SELF],  # the preview beside the form
    "base-uri": [SELF],
    "frame-ancestors": [SELF],
}
#: What no page of ours uses, and no frame in one either.
UNUSED = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
    "microphone", "midi", "payment", "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip
OTHERS = {
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
    "Cross-Origin-Resource-Policy": "same-origin",
}
HEADER = "Content-Security-Policy"
ADMIN_ROOT = reverse_lazy("wagtailadmin_home")


class HeadersMiddleware(CSPMiddleware):
    """The first of all, so that files and refusals have these headers too."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        if report_only:
            return PolicyParts()
        return PolicyParts(config=ADMIN if is_admin(request) else PUBLIC)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        for name, value in OTHERS.items():
            response.headers.setdefault(name, value)
        if is_admin(request):
            # a preview was answered as a public page, which no frame may show
            response.headers.pop(HEADER, None)
        return super().process_response(request, response)


def is_admin(request: HttpRequest) -> bool:
    return request.path_info.startswith(str(ADMIN_ROOT))
