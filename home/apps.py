"""The room `home` as a Django app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
