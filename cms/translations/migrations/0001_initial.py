import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models

from cms.core.create_models import CreateModels


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('wagtail_localize', '0016_rename_page_revision_translationlog_revision'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels([
            migrations.CreateModel(
                name='LocaleReviewTask',
                fields=[
                    ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ],
                options={
                    'verbose_name': "Review by the language's reviewers",
                    'verbose_name_plural': "Reviews by the languages' reviewers",
                },
                bases=('wagtailcore.task',),
            ),
            migrations.CreateModel(
                name='CarriedTranslation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='carried', to='wagtail_localize.stringtranslation')),
                ],
            ),
            migrations.CreateModel(
                name='LanguageTeam',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('locale', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='team', to='wagtailcore.locale')),
                    ('reviewers', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='auth.group')),
                    ('translators', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='translates', to='auth.group')),
                ],
                options={
                    'verbose_name': 'language team',
                    'verbose_name_plural': 'language teams',
                },
            ),
            migrations.CreateModel(
                name='OutsideLink',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('digest', models.CharField(max_length=64, unique=True)),
                    ('name', models.CharField(help_text='Shown to reviewers beside what was translated.', max_length=80, verbose_name='who translates')),
                    ('given_at', models.DateTimeField(auto_now_add=True)),
                    ('expires_at', models.DateTimeField(verbose_name='open until')),
                    ('revoked_at', models.DateTimeField(editable=False, null=True)),
                    ('last_used_at', models.DateTimeField(editable=False, null=True)),
                    ('given_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('translation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='wagtail_localize.translation')),
                ],
                options={
                    'verbose_name': 'link for a translator outside',
                    'verbose_name_plural': 'links for translators outside',
                    'ordering': ['-given_at'],
                },
            ),
            migrations.CreateModel(
                name='Term',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.CharField(help_text='In its dictionary form; inflected forms are found by themselves.', max_length=120, verbose_name='term in Hungarian')),
                    ('domain', models.CharField(blank=True, help_text='Tells two terms apart that are written alike, such as law or housing.', max_length=60, verbose_name='domain')),
                    ('definition', models.TextField(blank=True, verbose_name='definition in Hungarian')),
                    ('is_forbidden', models.BooleanField(default=False, help_text='Warns whoever meets the term; it stands in no public glossary.', verbose_name='not to be used')),
                    ('is_public', models.BooleanField(default=True, verbose_name='in the public glossary')),
                    ('updated_at', models.DateTimeField(auto_now=True)),
                ],
                options={
                    'verbose_name': 'term of the glossary',
                    'verbose_name_plural': 'glossary',
                    'ordering': ['text', 'domain'],
                    'constraints': [models.UniqueConstraint(fields=('text', 'domain'), name='one_term_a_domain', violation_error_message='This term is there already: name another domain.')],
                },
            ),
            migrations.CreateModel(
                name='TranslationRevision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('segments', models.JSONField(default=list)),
                    ('is_complete', models.BooleanField(default=False)),
                    ('by_name', models.CharField(blank=True, max_length=80)),
                    ('reviewed_at', models.DateTimeField(null=True)),
                    ('reviewed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('revision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='translation_revision', to='wagtailcore.revision')),
                    ('source_revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision')),
                    ('translation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='wagtail_localize.translation')),
                ],
            ),
            migrations.CreateModel(
                name='Suggestion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('path', models.TextField()),
                    ('text', models.TextField()),
                    ('origin', models.CharField(choices=[('fuzzy', 'Marked as needing review in a file'), ('conflict', 'From a file that is older than the text here'), ('check', 'From a file, lacks a link or a placeholder')], max_length=10)),
                    ('at', models.DateTimeField(auto_now=True)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('string', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtail_localize.string')),
                    ('translation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='suggestions', to='wagtail_localize.translation')),
                ],
                options={
                    'verbose_name': 'suggestion',
                    'verbose_name_plural': 'suggestions',
                    'constraints': [models.UniqueConstraint(fields=('translation', 'string', 'path'), name='one_suggestion_a_place')],
                },
            ),
            migrations.CreateModel(
                name='TermTranslation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('text', models.CharField(max_length=120, verbose_name='text')),
                    ('status', models.CharField(choices=[('preferred', 'Preferred term'), ('admitted', 'Admitted term'), ('deprecated', 'Deprecated term')], default='preferred', max_length=10, verbose_name='status')),
                    ('definition', models.TextField(blank=True, verbose_name='definition in this language')),
                    ('updated_at', models.DateTimeField(auto_now=True)),
                    ('locale', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='wagtailcore.locale', verbose_name='language')),
                    ('term', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='translations', to='translations.term')),
                ],
                options={
                    'ordering': ['term', 'locale', '-status', 'text'],
                    'constraints': [models.UniqueConstraint(fields=('term', 'locale', 'text'), name='one_translation_once', violation_error_message='This translation is there already.'), models.UniqueConstraint(condition=models.Q(('status', 'preferred')), fields=('term', 'locale'), name='one_preferred_term', violation_error_message='Only one preferred term per language.')],
                },
            ),
            migrations.CreateModel(
                name='TranslationState',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField()),
                    ('status', models.CharField(choices=[('requested', 'Requested'), ('translating', 'In translation'), ('machine', 'Machine draft'), ('review', 'In review'), ('current', 'Up to date'), ('major', 'Outdated: to translate'), ('minor', 'Outdated: to review')], max_length=12, verbose_name='status')),
                    ('standing', models.CharField(blank=True, choices=[('', 'Not published'), ('current', 'Up to date'), ('major', 'Outdated: to translate'), ('minor', 'Outdated: to review')], max_length=8)),
                    ('since', models.DateTimeField(verbose_name='since')),
                    ('behind_since', models.DateTimeField(null=True)),
                    ('total', models.PositiveIntegerField(default=0, verbose_name='segments')),
                    ('missing', models.PositiveIntegerField(default=0, verbose_name='missing')),
                    ('machine', models.PositiveIntegerField(default=0, verbose_name='machine')),
                    ('words', models.PositiveIntegerField(default=0, verbose_name='words to translate')),
                    ('due', models.DateField(blank=True, null=True, verbose_name='due date')),
                    ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='assignee')),
                    ('locale', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.locale')),
                    ('translation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='state', to='wagtail_localize.translation')),
                ],
                options={
                    'indexes': [models.Index(fields=['locale', 'status'], name='translation_locale__9556cb_idx')],
                    'constraints': [models.UniqueConstraint(fields=('translation_key', 'locale'), name='one_state')],
                },
            ),
            migrations.CreateModel(
                name='UrgentPage',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('translation_key', models.UUIDField(unique=True)),
                    ('marked_at', models.DateTimeField(auto_now_add=True)),
                    ('marked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
            ),
            migrations.CreateModel(
                name='TranslationReport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('passage', models.TextField(blank=True)),
                    ('text', models.TextField()),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('status', models.CharField(choices=[('open', 'Open'), ('done', 'Done')], default='open', max_length=4)),
                    ('done_at', models.DateTimeField(null=True)),
                    ('done_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision')),
                    ('translation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='wagtail_localize.translation')),
                ],
                options={
                    'verbose_name': 'report of an error in a translation',
                    'verbose_name_plural': 'reports of errors in translations',
                    'ordering': ['-at', '-pk'],
                    'indexes': [models.Index(fields=['translation', 'status'], name='report_status')],
                },
            ),
        ]),
    ]
