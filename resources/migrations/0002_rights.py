"""Gives editors and moderators the addressees of recommendations."""

from django.db import migrations

RIGHTS = ["add_addressee", "change_addressee"]


def give_rights(apps, schema_editor):
    """Editors and moderators keep the addressees, as they keep contacts and places."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    kind, _ = ContentType.objects.get_or_create(app_label="resources", model="addressee")
    for code in RIGHTS:
        permission, _ = Permission.objects.get_or_create(
            codename=code, content_type=kind, defaults={"name": "Can " + code.replace("_", " ")}
        )
        for group in Group.objects.filter(name__in=["Editors", "Moderators"]):
            group.permissions.add(permission)


def take_rights(apps, schema_editor):
    Permission = apps.get_model("auth", "Permission")
    for permission in Permission.objects.filter(
        codename__in=RIGHTS, content_type__app_label="resources"
    ):
        permission.group_set.clear()


class Migration(migrations.Migration):
    dependencies = [
        ("resources", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give_rights, take_rights)]
