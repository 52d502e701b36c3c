"""A language comes with its two groups, and membership in them is the role."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import Locale

from cms.languages import LANGUAGES, SOURCE
from cms.translations.may import is_desk_only, may
from cms.translations.models import LanguageTeam
from cms.translations.teams import team_make, teams_make

pytestmark = pytest.mark.django_db


@pytest.fixture
def ukrainian(locales):
    return LanguageTeam.objects.get(locale=locales["uk"])


def person(*groups, **values):
    user = get_user_model().objects.create_user(f"p{len(groups)}", **values)
    user.groups.set(groups)
    return user


def test_every_language_but_the_source_has_a_team(locales):
    codes = set(LanguageTeam.objects.values_list("locale__language_code", flat=True))
    assert codes == {language.code for language in LANGUAGES} - {SOURCE}


def test_a_new_language_gets_its_groups():
    locale = Locale.objects.create(language_code="de")
    assert locale.team.translators.name == "Translators: de"
    assert not teams_make()
    assert team_make(locale) == locale.team


def test_the_groups_may_enter_the_admin_and_nothing_else(ukrainian):
    for group in (ukrainian.translators, ukrainian.reviewers):
        assert [one.codename for one in group.permissions.all()] == ["access_admin"]
        assert not group.page_permissions.exists()
        assert not group.collection_permissions.exists()


def test_a_translator_translates_in_one_language_only(ukrainian, locales):
    user = person(ukrainian.translators)
    assert may(user, "translate", locales["uk"].pk)
    assert not may(user, "review", locales["uk"].pk)
    assert not may(user, "translate", locales["ar"].pk)
    assert not may(user, "translate", locales["hu"].pk)


def test_a_reviewer_does_both(ukrainian, locales):
    user = person(ukrainian.reviewers)
    assert may(user, "translate", locales["uk"].pk) and may(user, "review", locales["uk"].pk)
    assert not may(user, "review", locales["ar"].pk)


def test_who_left_may_nothing(ukrainian, locales):
    assert not may(person(ukrainian.reviewers, is_active=False), "review", locales["uk"].pk)


def test_administrators_may_everything(locales):
    boss = get_user_model().objects.create_superuser("boss")
    assert may(boss, "review", locales["fa"].pk)
    assert not is_desk_only(boss)


def test_membership_of_another_group_opens_the_rest_of_the_admin(ukrainian):
    assert is_desk_only(person(ukrainian.translators))
    assert not is_desk_only(person(ukrainian.translators, Group.objects.get(name="Editors")))
    assert not is_desk_only(person())


def test_a_permission_of_ones_own_does_too(ukrainian):
    user = person(ukrainian.translators)
    user.user_permissions.add(Permission.objects.get(codename="add_image"))
    assert not is_desk_only(user)


def test_roles_are_looked_up_once(ukrainian, locales, django_assert_num_queries):
    user = person(ukrainian.translators)
    with django_assert_num_queries(1):
        for locale in locales.values():
            may(user, "translate", locale.pk)
