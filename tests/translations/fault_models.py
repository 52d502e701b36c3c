"""Models that the system checks refuse, beside those that pass."""

from django.db import models
from django.test.utils import isolate_apps
from wagtail.models import DraftStateMixin, TranslatableMixin

from cms.core.checks import check_many, check_record


@isolate_apps("cms.core")
def assert_records_have_drafts():
    class Plain(TranslatableMixin, models.Model):
        class Meta(TranslatableMixin.Meta):
            app_label = "core"

    class Drafted(DraftStateMixin, TranslatableMixin, models.Model):
        class Meta(TranslatableMixin.Meta):
            app_label = "core"

    assert [one.id for one in check_record(Plain)] == ["roundtable.E006"]
    assert check_record(Drafted) == []


@isolate_apps("cms.core")
def assert_none_refers_to_many_records():
    class Label(DraftStateMixin, TranslatableMixin, models.Model):
        class Meta(TranslatableMixin.Meta):
            app_label = "core"

    class Plain(models.Model):
        class Meta:
            app_label = "core"

    class Labelled(models.Model):
        labels = models.ManyToManyField(Label)
        plain = models.ManyToManyField(Plain)

        class Meta:
            app_label = "core"

    assert [one.id for one in check_many(Labelled)] == ["roundtable.E005"]
