
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0001_initial'),
        ('search', '0001_words'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='IndexRebuild',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=32)),
                ('began_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='FileText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('language', models.CharField(max_length=12)),
                ('state', models.CharField(choices=[('read', 'Text is found'), ('cut', 'Very long: only its beginning is found'), ('scanned', 'Scanned: it has no text'), ('empty', 'It has no text'), ('encrypted', 'Protected by a password'), ('broken', 'Cannot be read: the file is broken'), ('too_large', 'Too large to be read'), ('unknown', 'Files of this type are not searched'), ('missing', 'The file is not there any more')], max_length=12)),
                ('pages', models.PositiveIntegerField(default=0)),
                ('read_at', models.DateTimeField(auto_now=True)),
                ('file', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='text_read', to='core.librarydocument')),
            ],
        ),
        migrations.CreateModel(
            name='IndexChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=4)),
                ('object_id', models.BigIntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['kind', 'object_id'], name='search_change')],
            },
        ),
        migrations.CreateModel(
            name='SearchDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(default=0)),
                ('language', models.CharField(max_length=12)),
                ('title', models.TextField()),
                ('headings', models.TextField(blank=True)),
                ('summary', models.TextField(blank=True)),
                ('body', models.TextField(blank=True)),
                ('labels', models.TextField(blank=True)),
                ('kinds', models.JSONField(default=list)),
                ('topics', models.JSONField(default=list)),
                ('issued', models.DateField(null=True)),
                ('publishers', models.JSONField(default=list)),
                ('audiences', models.JSONField(default=list)),
                ('formats', models.JSONField(default=list)),
                ('accessible', models.JSONField(default=list)),
                ('files', models.JSONField(default=list)),
                ('is_past', models.BooleanField(default=False)),
                ('url', models.TextField(blank=True)),
                ('digest', models.CharField(max_length=64)),
                ('file', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='core.librarydocument')),
                ('page', models.OneToOneField(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='search_document', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'entry of the search',
                'verbose_name_plural': 'entries of the search',
                'constraints': [models.UniqueConstraint(fields=('file', 'number'), name='one_entry_a_file_page')],
            },
        ),
    ]
