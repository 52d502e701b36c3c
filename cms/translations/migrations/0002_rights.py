"""Gives editors and moderators the glossary."""

from django.db import migrations

RIGHTS = ["add_term", "change_term"]


def give_rights(apps, schema_editor):
    """Editors and moderators keep the glossary, as they keep contacts and places."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    kind, _ = ContentType.objects.get_or_create(app_label="translations", model="term")
    for code in RIGHTS:
        permission, _ = Permission.objects.get_or_create(
            codename=code, content_type=kind, defaults={"name": "Can " + code.replace("_", " ")}
        )
        for group in Group.objects.filter(name__in=["Editors", "Moderators"]):
            group.permissions.add(permission)


def take_rights(apps, schema_editor):
    Permission = apps.get_model("auth", "Permission")
    for permission in Permission.objects.filter(
        codename__in=RIGHTS, content_type__app_label="translations"
    ):
        permission.group_set.clear()


class Migration(migrations.Migration):
    dependencies = [
        ("translations", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give_rights, take_rights)]
