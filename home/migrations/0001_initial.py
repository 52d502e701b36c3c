import cms.core.blocks.body
import cms.core.fields
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import uuid
from django.conf import settings
from django.db import migrations, models

from cms.core.create_models import CreateModels


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('core', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        CreateModels([
            migrations.CreateModel(
                name='HomePage',
                fields=[
                    ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ('summary', models.TextField(blank=True, help_text='One or two sentences, at most 300 characters: shown in lists and searches.', validators=[django.core.validators.MaxLengthValidator(300)], verbose_name='summary')),
                    ('body', cms.core.blocks.body.BodyField(blank=True, verbose_name='body')),
                    ('audiences', cms.core.fields.CodeListField(blank=True, default=list, verbose_name='audiences')),
                    ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.contact', verbose_name='contact')),
                    ('review_by', models.DateField(blank=True, help_text='The day by which an editor looks at this page again.', null=True, verbose_name='review by')),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='withdrawn on')),
                    ('withdrawn_reason', models.CharField(blank=True, choices=[('error', 'Published in error'), ('consolidated', 'Part of another page now'), ('out_of_date', 'Out of date'), ('superseded', 'Superseded')], max_length=12, verbose_name='reason')),
                    ('replaced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='replaced by')),
                    ('hero_title', models.CharField(blank=True, max_length=120, verbose_name='large heading')),
                    ('hero_text', models.TextField(blank=True, verbose_name='text beneath it')),
                    ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='core.topic', verbose_name='topics')),
                ],
                options={
                    'verbose_name': 'home page',
                },
                bases=('wagtailcore.page', models.Model),
            ),
            migrations.CreateModel(
                name='Activity',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('source_text', models.JSONField(blank=True, default=list, editable=False)),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='activities', to='home.homepage')),
                    ('title', models.CharField(max_length=120, verbose_name='title')),
                    ('text', models.TextField(blank=True, verbose_name='text')),
                    ('link', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page about it')),
                ],
                options={
                    'verbose_name': 'activity',
                    'ordering': ['sort_order'],
                    'unique_together': {('translation_key', 'locale')},
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='Featured',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('source_text', models.JSONField(blank=True, default=list, editable=False)),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='featured', to='home.homepage')),
                    ('link', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
                    ('text', models.CharField(blank=True, max_length=200, verbose_name='one line about it')),
                ],
                options={
                    'verbose_name': 'featured page',
                    'ordering': ['sort_order'],
                    'unique_together': {('translation_key', 'locale')},
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='StandardPage',
                fields=[
                    ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                    ('summary', models.TextField(blank=True, help_text='One or two sentences, at most 300 characters: shown in lists and searches.', validators=[django.core.validators.MaxLengthValidator(300)], verbose_name='summary')),
                    ('body', cms.core.blocks.body.BodyField(blank=True, verbose_name='body')),
                    ('audiences', cms.core.fields.CodeListField(blank=True, default=list, verbose_name='audiences')),
                    ('contact', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.contact', verbose_name='contact')),
                    ('review_by', models.DateField(blank=True, help_text='The day by which an editor looks at this page again.', null=True, verbose_name='review by')),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True, verbose_name='withdrawn on')),
                    ('withdrawn_reason', models.CharField(blank=True, choices=[('error', 'Published in error'), ('consolidated', 'Part of another page now'), ('out_of_date', 'Out of date'), ('superseded', 'Superseded')], max_length=12, verbose_name='reason')),
                    ('replaced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='replaced by')),
                    ('topics', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='+', to='core.topic', verbose_name='topics')),
                ],
                options={
                    'verbose_name': 'page',
                    'verbose_name_plural': 'pages',
                },
                bases=('wagtailcore.page', models.Model),
            ),
            migrations.CreateModel(
                name='FundingRecord',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                    ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('source_text', models.JSONField(blank=True, default=list, editable=False)),
                    ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='funding', to='home.standardpage')),
                    ('programme', models.CharField(max_length=160, verbose_name='programme')),
                    ('funder', models.CharField(blank=True, max_length=160, verbose_name='managed by')),
                    ('implementer', models.CharField(blank=True, max_length=160, verbose_name='implemented by')),
                    ('partner', models.CharField(blank=True, max_length=160, verbose_name='professional partner')),
                    ('obligatory_text', models.TextField(blank=True, verbose_name='obligatory text')),
                    ('award_number', models.CharField(blank=True, max_length=60, verbose_name='award number')),
                    ('starts_on', models.DateField(blank=True, null=True, verbose_name='from')),
                    ('ends_on', models.DateField(blank=True, null=True, verbose_name='to')),
                    ('logo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='core.siteimage', verbose_name='logo')),
                ],
                options={
                    'verbose_name': 'funding record',
                    'ordering': ['sort_order'],
                    'unique_together': {('translation_key', 'locale')},
                    'abstract': False,
                },
            ),
        ]),
    ]
