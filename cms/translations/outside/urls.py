"""Addresses of who translates by a link."""

from django.urls import path

from cms.translations.outside import views

app_name = "outside"
urlpatterns = [
    path("", views.page, name="page"),
    path("segment/<int:segment_id>/", views.segment, name="segment"),
    path("send/", views.send, name="send"),
    path("preview/", views.preview, name="preview"),
    path("<str:key>/", views.enter, name="enter"),
]
