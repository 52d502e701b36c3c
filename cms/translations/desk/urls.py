"""Addresses of the desk, within the admin."""

from django.urls import path, re_path

from cms.translations.desk import (
    assign,
    files,
    inbox,
    links,
    machine,
    memory,
    notes,
    overview,
    review,
    source,
    views,
)

app_name = "desk"
urlpatterns = [
    path("", views.index, name="index"),
    path("overview/", overview.overview, name="overview"),
    path("overview.csv", overview.overview_out, name="overview_out"),
    path("concordance/", memory.words, name="concordance"),
    path("urgent/<int:page_id>/", overview.urgent, name="urgent"),
    path("source/<int:page_id>/", source.source, name="source"),
    path("source/<int:page_id>/release/", source.release, name="release"),
    path("source/<int:page_id>/fallback/", source.fallback, name="fallback"),
    path("<uuid:uuid>/assign/", assign.assign, name="assign"),
    path("request/<int:page_id>/<str:code>/", views.ask, name="request"),
    path("reports/", inbox.reports, name="reports"),
    path("reports/<int:report_id>/done/", inbox.report_done, name="report_done"),
    path("reports/<int:report_id>/reopen/", inbox.report_reopen, name="report_reopen"),
    path("<uuid:uuid>/", views.edit, name="edit"),
    path("<uuid:uuid>/segment/<int:segment_id>/", views.segment, name="segment"),
    path("<uuid:uuid>/segment/<int:segment_id>/help/", memory.similar_texts, name="help"),
    path("<uuid:uuid>/segment/<int:segment_id>/notes/", notes.notes, name="notes"),
    path(
        "<uuid:uuid>/segment/<int:segment_id>/notes/<int:comment_id>/resolve/",
        notes.resolve,
        name="comment_resolve",
    ),
    path(
        "<uuid:uuid>/segment/<int:segment_id>/notes/<int:comment_id>/reopen/",
        notes.reopen,
        name="comment_reopen",
    ),
    re_path(r"^(?P<uuid>[0-9a-f-]{36})/file\.(?P<kind>xlf|po)$", files.page_out, name="file_out"),
    path("<uuid:uuid>/file/", files.page_in, name="file_in"),
    re_path(
        r"^files/(?P<code>[a-z-]{2,8})\.(?P<kind>xlf|po)\.zip$",
        files.language_out,
        name="archive_out",
    ),
    path("files/<str:code>/", files.language_in, name="archive_in"),
    path("<uuid:uuid>/links/", links.give, name="link_give"),
    path("<uuid:uuid>/links/<int:link_id>/revoke/", links.revoke, name="link_revoke"),
    path("<uuid:uuid>/machine/", machine.whole_page, name="machine"),
    path(
        "<uuid:uuid>/segment/<int:segment_id>/machine/",
        machine.one_segment,
        name="machine_segment",
    ),
    path("<uuid:uuid>/preview/", views.preview, name="preview"),
    path("<uuid:uuid>/send/", review.send, name="send"),
    path("<uuid:uuid>/approve/", review.approve, name="approve"),
    path("<uuid:uuid>/reject/", review.reject, name="reject"),
]
