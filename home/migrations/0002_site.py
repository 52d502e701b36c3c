"""Makes the Hungarian home page, and gives groups their rights on it alone, by four eyes."""

from django.db import migrations

RIGHTS = {
    "Editors": ["add_contact", "change_contact", "add_place", "change_place", "change_topic"],
    "Moderators": [
        "add_contact", "change_contact", "add_place", "change_place", "add_topic", "change_topic",
    ],
}  # fmt: skip


def make_site(apps, schema_editor):
    home = make_home(apps)
    move_rights(apps, home)
    make_workflow(apps, home)
    give_records(apps)


def make_home(apps):
    Page = apps.get_model("wagtailcore", "Page")
    Locale = apps.get_model("wagtailcore", "Locale")
    Site = apps.get_model("wagtailcore", "Site")
    HomePage = apps.get_model("home", "HomePage")
    ContentType = apps.get_model("contenttypes", "ContentType")
    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()
    locale, _ = Locale.objects.get_or_create(language_code="hu")
    kind, _ = ContentType.objects.get_or_create(app_label="home", model="homepage")
    home = HomePage.objects.create(
        title="Kezdőlap", draft_title="Kezdőlap", slug="hu", path=root.path + "0001", depth=2,
        numchild=0, url_path="/hu/", content_type=kind, locale=locale, live=True,
    )  # fmt: skip
    Page.objects.filter(pk=root.pk).update(numchild=1)
    Site.objects.create(hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True)
    return home


def move_rights(apps, home):
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    Permission = apps.get_model("auth", "Permission")
    GroupPagePermission.objects.filter(page__depth=1).update(page_id=home.pk)
    # Publishing goes through the workflow: no group may do it past that
    GroupPagePermission.objects.filter(permission__codename="publish_page").delete()
    for permission in Permission.objects.filter(codename="submit_translation"):
        permission.group_set.clear()


def make_workflow(apps, home):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Group = apps.get_model("auth", "Group")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    WorkflowPage = apps.get_model("wagtailcore", "WorkflowPage")
    Task = apps.get_model("wagtailcore", "Task")
    FourEyesTask = apps.get_model("core", "FourEyesTask")
    WorkflowPage.objects.all().delete()
    WorkflowTask.objects.all().delete()
    Workflow.objects.all().delete()
    Task.objects.all().update(active=False)
    kind, _ = ContentType.objects.get_or_create(app_label="core", model="foureyestask")
    task = FourEyesTask.objects.create(name="Jóváhagyás", active=True, content_type=kind)
    task.groups.set(Group.objects.filter(name="Moderators"))
    workflow = Workflow.objects.create(name="Négy szem", active=True)
    WorkflowTask.objects.create(workflow=workflow, task_id=task.pk, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page_id=home.pk)


def give_records(apps):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    Group = apps.get_model("auth", "Group")
    for name, codes in RIGHTS.items():
        group = Group.objects.filter(name=name).first()
        for code in codes if group else ():
            verb, model = code.split("_")
            kind, _ = ContentType.objects.get_or_create(app_label="core", model=model)
            permission, _ = Permission.objects.get_or_create(
                codename=code, content_type=kind, defaults={"name": f"Can {verb} {model}"}
            )
            group.permissions.add(permission)


def remove_site(apps, schema_editor):
    Page = apps.get_model("wagtailcore", "Page")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    root = Page.objects.get(depth=1)
    apps.get_model("wagtailcore", "WorkflowTask").objects.all().delete()
    apps.get_model("wagtailcore", "WorkflowPage").objects.all().delete()
    apps.get_model("wagtailcore", "Workflow").objects.all().delete()
    apps.get_model("core", "FourEyesTask").objects.all().delete()
    GroupPagePermission.objects.all().update(page_id=root.pk)
    apps.get_model("wagtailcore", "Site").objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()
    Page.objects.filter(pk=root.pk).update(numchild=0)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("network", "0001_initial"),
        ("core", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailadmin", "0006_formstate"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_site, remove_site)]
