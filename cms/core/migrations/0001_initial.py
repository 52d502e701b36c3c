import cms.core.files
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import taggit.managers
import uuid
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

from cms.core.create_models import CreateModels


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('contenttypes', '0002_remove_content_type_name'),
        ('django_tasks_database', '0021_conditional_partial_index_ordering'),
        ('sessions', '0001_initial'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtail_localize', '0016_rename_page_revision_translationlog_revision'),
        ('wagtailadmin', '0006_formstate'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
        ('wagtaildocs', '0014_alter_document_file_size'),
        ('wagtailembeds', '0009_embed_cache_until'),
        ('wagtailimages', '0027_image_description'),
        ('wagtailredirects', '0008_add_verbose_name_plural'),
        ('wagtailsearch', '0010_add_text_fields'),
        ('wagtailusers', '0015_userprofile_keyboard_shortcuts'),
    ]

    operations = [
        CreateModels([
            migrations.CreateModel(
                name='Generation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveBigIntegerField()),
                ],
            ),
            migrations.CreateModel(
                name='PageAct',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acts', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('kind', models.CharField(choices=[('published', 'Published'), ('withdrawn', 'Withdrawn'), ('restored', 'Restored'), ('status', 'Status changed')], max_length=12)),
                    ('at', models.DateTimeField()),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('revision_id', models.PositiveBigIntegerField(null=True)),
                    ('minor', models.BooleanField(default=False)),
                    ('detail', models.JSONField(default=dict)),
                ],
                options={
                    'ordering': ['-at', '-pk'],
                    'indexes': [models.Index(fields=['page', '-at'], name='core_pageac_page_id_66d180_idx')],
                },
            ),
            migrations.CreateModel(
                name='ActText',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('act', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='core.pageact')),
                    ('locale', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='wagtailcore.locale')),
                    ('text', models.TextField()),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('act', 'locale'), name='one_act_text')],
                },
            ),
            migrations.CreateModel(
                name='Place',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=120, verbose_name='name for editors')),
                    ('postcode', models.CharField(blank=True, max_length=12, verbose_name='postcode')),
                    ('city', models.CharField(default='Budapest', max_length=80, verbose_name='city')),
                    ('address', models.CharField(blank=True, max_length=160, verbose_name='street and number')),
                    ('district', models.CharField(blank=True, max_length=40, verbose_name='district')),
                    ('latitude', models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, verbose_name='latitude')),
                    ('longitude', models.DecimalField(blank=True, decimal_places=6, max_digits=9, null=True, verbose_name='longitude')),
                    ('step_free', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known')], default='unknown', max_length=8, verbose_name='step-free access')),
                    ('hidden', models.BooleanField(default=False, help_text='For shelters: the address then appears nowhere on the site.', verbose_name='address is not public')),
                ],
                options={
                    'verbose_name': 'place',
                    'verbose_name_plural': 'places',
                    'ordering': ['name'],
                },
            ),
            migrations.CreateModel(
                name='Contact',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=120, verbose_name='name for editors')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                    ('phone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                    ('website', models.URLField(blank=True, verbose_name='web site')),
                    ('place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='core.place', verbose_name='place')),
                ],
                options={
                    'verbose_name': 'contact',
                    'verbose_name_plural': 'contacts',
                    'ordering': ['name'],
                },
            ),
            migrations.CreateModel(
                name='ContactText',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('contact', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='core.contact')),
                    ('locale', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='wagtailcore.locale', verbose_name='language')),
                    ('name', models.CharField(max_length=160, verbose_name='name')),
                    ('role', models.CharField(blank=True, max_length=160, verbose_name='role')),
                    ('opening_hours', models.CharField(blank=True, max_length=200, verbose_name='opening hours')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('contact', 'locale'), name='one_contact_text')],
                },
            ),
            migrations.CreateModel(
                name='FileUse',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='file_uses', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('kind', models.CharField(choices=[('image', 'picture'), ('document', 'document')], max_length=8)),
                    ('file_id', models.PositiveBigIntegerField()),
                    ('by_fact', models.BooleanField(default=False)),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('kind', 'file_id', 'page', 'by_fact'), name='one_file_use')],
                },
            ),
            migrations.CreateModel(
                name='FourEyesTask',
                fields=[
                    ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                    ('groups', models.ManyToManyField(help_text='Pages/snippets at this step in a workflow will be moderated or approved by these groups of users', to='auth.group', verbose_name='groups')),
                ],
                options={
                    'verbose_name': 'Approval by a second person',
                    'verbose_name_plural': 'Approvals by a second person',
                },
                bases=('wagtailcore.task',),
            ),
            migrations.CreateModel(
                name='LibraryDocument',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                    ('title', models.CharField(max_length=255, verbose_name='title')),
                    ('file', models.FileField(upload_to='documents', verbose_name='file')),
                    ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                    ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
                    ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                    ('file_hash', models.CharField(blank=True, editable=False, max_length=40)),
                    ('language', models.CharField(blank=True, choices=cms.core.files.language_codes, help_text='The language of the text in it; leave empty where it has none.', max_length=12, verbose_name='language')),
                    ('licence', models.CharField(blank=True, help_text='An SPDX code such as CC-BY-4.0.', max_length=120, verbose_name='licence')),
                    ('sha256', models.CharField(blank=True, editable=False, max_length=64)),
                    ('accessible', models.CharField(choices=[('yes', 'Yes'), ('partly', 'Partly'), ('no', 'No'), ('unknown', 'Not known')], default='unknown', help_text='Can it be read with a screen reader (PDF/UA, tagged, text and not a scan)?', max_length=8, verbose_name='accessible')),
                    ('page_count', models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name='number of pages')),
                    ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                ],
                options={
                    'verbose_name': 'document',
                    'verbose_name_plural': 'documents',
                    'permissions': [('choose_document', 'Can choose document')],
                    'abstract': False,
                },
                bases=(modelsearch.index.Indexed, models.Model),
            ),
            migrations.CreateModel(
                name='SiteIdentity',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
                ],
                options={
                    'verbose_name': 'name, texts and menus of the site',
                },
            ),
            migrations.CreateModel(
                name='MenuItem',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                    ('identity', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='menu_items', to='core.siteidentity')),
                    ('menu', models.CharField(choices=[('main', 'Main menu'), ('footer', 'Footer')], default='main', max_length=8, verbose_name='menu')),
                    ('page', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page')),
                ],
                options={
                    'ordering': ['sort_order'],
                    'abstract': False,
                },
            ),
            migrations.CreateModel(
                name='PendingNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pending_note', to=settings.WAGTAIL_PAGE_MODEL)),
                    ('text', models.TextField(blank=True, verbose_name='change note')),
                    ('minor', models.BooleanField(default=False, verbose_name='minor edit')),
                ],
            ),
            migrations.CreateModel(
                name='PlaceText',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('place', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='core.place')),
                    ('locale', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='wagtailcore.locale', verbose_name='language')),
                    ('name', models.CharField(max_length=160, verbose_name='name')),
                    ('directions', models.TextField(blank=True, verbose_name='how to get there')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('place', 'locale'), name='one_place_text')],
                },
            ),
            migrations.CreateModel(
                name='SiteImage',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                    ('title', models.CharField(max_length=255, verbose_name='title')),
                    ('file', wagtail.images.models.WagtailImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                    ('description', models.CharField(blank=True, default='', max_length=255, verbose_name='description')),
                    ('width', models.IntegerField(editable=False, verbose_name='width')),
                    ('height', models.IntegerField(editable=False, verbose_name='height')),
                    ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                    ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
                    ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                    ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                    ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                    ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                    ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                    ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                    ('language', models.CharField(blank=True, choices=cms.core.files.language_codes, help_text='The language of the text in it; leave empty where it has none.', max_length=12, verbose_name='language')),
                    ('licence', models.CharField(blank=True, help_text='An SPDX code such as CC-BY-4.0.', max_length=120, verbose_name='licence')),
                    ('sha256', models.CharField(blank=True, editable=False, max_length=64)),
                    ('credit', models.CharField(blank=True, max_length=160, verbose_name='made by')),
                    ('tags', taggit.managers.TaggableManager(blank=True, help_text=None, through='taggit.TaggedItem', to='taggit.Tag', verbose_name='tags')),
                ],
                options={
                    'verbose_name': 'picture',
                    'verbose_name_plural': 'pictures',
                    'permissions': [('choose_image', 'Can choose image')],
                    'abstract': False,
                },
                bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
            ),
            migrations.CreateModel(
                name='SiteRendition',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('filter_spec', models.CharField(db_index=True, max_length=255)),
                    ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                    ('width', models.IntegerField(editable=False)),
                    ('height', models.IntegerField(editable=False)),
                    ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
                    ('image', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='core.siteimage')),
                ],
                options={
                    'unique_together': {('image', 'filter_spec', 'focal_point_key')},
                },
                bases=(wagtail.images.models.ImageFileMixin, models.Model),
            ),
            migrations.CreateModel(
                name='SiteText',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('identity', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='core.siteidentity')),
                    ('locale', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='wagtailcore.locale', verbose_name='language')),
                    ('name', models.CharField(max_length=120, verbose_name='name of the site')),
                    ('owner', models.CharField(blank=True, max_length=120, verbose_name='who runs it')),
                    ('claim', models.CharField(blank=True, max_length=200, verbose_name='claim')),
                    ('funding', models.TextField(blank=True, verbose_name='funding notice')),
                    ('footer', models.TextField(blank=True, verbose_name='footer')),
                ],
                options={
                    'constraints': [models.UniqueConstraint(fields=('identity', 'locale'), name='one_site_text')],
                },
            ),
            migrations.CreateModel(
                name='Topic',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                    ('notation', models.CharField(help_text='A stable code in Latin letters, such as housing or work.permit.', max_length=60, unique=True, verbose_name='notation')),
                    ('status', models.CharField(choices=[('candidate', 'Candidate'), ('approved', 'Approved'), ('deprecated', 'Deprecated')], default='approved', max_length=12, verbose_name='status')),
                    ('broader', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='narrower', to='core.topic', verbose_name='broader topic')),
                    ('exact_match', models.URLField(blank=True, help_text='The same concept in a public thesaurus such as EuroVoc.', verbose_name='exact match')),
                    ('related', models.ManyToManyField(blank=True, to='core.topic', verbose_name='related topics')),
                ],
                options={
                    'verbose_name': 'topic',
                    'verbose_name_plural': 'topics',
                    'ordering': ['notation'],
                },
            ),
            migrations.CreateModel(
                name='TopicLabel',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('topic', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='labels', to='core.topic')),
                    ('locale', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='wagtailcore.locale', verbose_name='language')),
                    ('kind', models.CharField(choices=[('preferred', 'Preferred label'), ('alternative', 'Alternative label'), ('hidden', 'Hidden label (misspelling, transliteration)')], default='preferred', max_length=12, verbose_name='kind')),
                    ('text', models.CharField(max_length=120, verbose_name='text')),
                ],
                options={
                    'ordering': ['topic', 'locale', 'kind', 'text'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('kind', 'preferred')), fields=('topic', 'locale'), name='one_preferred_label', violation_error_message='Only one preferred label per language.')],
                },
            ),
            migrations.CreateModel(
                name='TopicNote',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('topic', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='core.topic')),
                    ('locale', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='wagtailcore.locale', verbose_name='language')),
                    ('kind', models.CharField(choices=[('definition', 'Definition'), ('scope', 'Scope note')], default='definition', max_length=12, verbose_name='kind')),
                    ('text', models.TextField(verbose_name='text')),
                ],
            ),
        ]),
    ]
