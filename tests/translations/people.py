"""Translators and reviewers of a language."""

from django.contrib.auth import get_user_model


def translator_of(locale, name="translator"):
    return _member(locale.team.translators, f"{name}-{locale.language_code}")


def reviewer_of(locale, name="reviewer"):
    return _member(locale.team.reviewers, f"{name}-{locale.language_code}")


def _member(group, name):
    user = get_user_model().objects.create_user(name, f"{name}@example.org", "correct-horse-1")
    user.groups.set([group])
    return user
