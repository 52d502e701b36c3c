"""Users, one a role."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Locale, Page

PASSWORD = "a-long-password-1052"


def make_users() -> dict[str, Any]:
    users = get_user_model().objects
    made = {
        "administrator": users.create_superuser("administrator", "a@example.org", PASSWORD),
        "editor": users.create_user("editor", "e@example.org", PASSWORD),
        "moderator": users.create_user("moderator", "m@example.org", PASSWORD),
        "english": users.create_user("english", "en@example.org", PASSWORD),
    }
    made["editor"].groups.set(Group.objects.filter(name="Editors"))
    made["moderator"].groups.set(Group.objects.filter(name="Moderators"))
    made["english"].groups.set([english_group()])
    return made


def make_translators() -> dict[str, Any]:
    """A translator and a reviewer of Ukrainian, whose only business is the desk."""
    team = Locale.objects.get(language_code="uk").team
    made = {}
    for name, group in (("translator", team.translators), ("reviewer", team.reviewers)):
        made[name] = get_user_model().objects.create_user(name, f"{name}@example.org", PASSWORD)
        made[name].groups.set([group])
    return made


def english_group() -> Group:
    """A group that may change the English tree only."""
    group = Group.objects.create(name="English tree")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    home = Page.objects.filter(depth=2, locale__language_code="en").first()
    if home is not None:
        GroupPagePermission.objects.create(
            group=group, page=home, permission=Permission.objects.get(codename="change_page")
        )
    return group
