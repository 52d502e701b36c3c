"""Addresses of who translates by a link."""

from django.urls import path

from cms.translations.outside import notes, views

app_name = "outside"
urlpatterns = [
    path("", views.page, name="page"),
    path("segment/<int:segment_id>/", views.segment, name="segment"),
    path("segment/<int:segment_id>/notes/", notes.notes, name="notes"),
    path(
        "segment/<int:segment_id>/notes/<int:comment_id>/resolve/",
        notes.resolve,
        name="comment_resolve",
    ),
    path(
        "segment/<int:segment_id>/notes/<int:comment_id>/reopen/",
        notes.reopen,
        name="comment_reopen",
    ),
    path("send/", views.send, name="send"),
    path("preview/", views.preview, name="preview"),
    path("<str:key>/", views.enter, name="enter"),
]
