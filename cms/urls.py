"""All addresses: the admin and files first, pages under the prefix of their language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls

from cms.core.feeds import feed
from cms.core.pdf.outlet import page_pdf
from cms.core.views import media, serve
from cms.translations.glossary.views import glossary
from cms.translations.public.views import translation_status
from cms.translations.reports.views import report_error, reported
from home.sitemap import sitemap_index, sitemap_part
from home.styleguide.views import styleguide
from home.views import feeds, robots
from network.views import event_calendar, events_calendar
from resources.citations.views import citation
from search.views import search, search_feed, suggestions

#: The address of a page below its language's home page, as Wagtail writes it.
PAGE = r"((?:[\w\-]+/)*)"

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("documents/", include(document_urls)),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    re_path(r"^sitemap-([\w\-]+)\.xml$", sitemap_part, name="sitemap_part"),
    path("media/<path:name>", media, name="media"),
    path("translate/", include("cms.translations.outside.urls")),
    *i18n_patterns(
        path("search/", search, name="search"),
        path("search/feed.atom", search_feed, name="search_feed"),
        path("search/suggestions/", suggestions, name="search_suggestions"),
        path("feeds/", feeds, name="feeds"),
        path("glossary/", glossary, name="glossary"),
        path("translations/", translation_status, name="translation_status"),
        path("translations/report/<int:pk>/", report_error, name="translation_report"),
        path("translations/report/<int:pk>/sent/", reported, name="translation_reported"),
        path("styleguide/", styleguide, name="styleguide"),
        re_path(rf"^{PAGE}feed\.atom$", feed, name="feed"),
        re_path(rf"^{PAGE}event\.ics$", event_calendar, name="event_calendar"),
        re_path(rf"^{PAGE}events\.ics$", events_calendar, name="events_calendar"),
        re_path(rf"^{PAGE}page\.pdf$", page_pdf, name="page_pdf"),
        re_path(rf"^{PAGE}cite\.(bib|ris|json)$", citation, name="citation"),
        # The name that Wagtail builds its addresses from; its other addresses (_util) follow
        re_path(rf"^(?!_util/){PAGE}$", serve, name="wagtail_serve"),
        path("", include(wagtail_urls)),
    ),
]

handler404 = "cms.core.error_pages.page_not_found"
handler500 = "cms.core.error_pages.server_error"
