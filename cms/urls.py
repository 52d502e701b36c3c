"""All addresses: the admin and files first, pages under the prefix of their language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from cms.core.views import media, serve
from search.views import search

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("media/<path:name>", media, name="media"),
    *i18n_patterns(
        path("search/", search, name="search"),
        # The name that Wagtail builds its addresses from; its other addresses (_util) follow
        re_path(r"^(?!_util/)((?:[\w\-]+/)*)$", serve, name="wagtail_serve"),
        path("", include(wagtail_urls)),
    ),
]

handler404 = "cms.core.views.page_not_found"
handler500 = "cms.core.views.server_error"
