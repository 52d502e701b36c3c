
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Stem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=12)),
                ('stem', models.CharField(max_length=128)),
                ('word', models.CharField(max_length=64)),
                ('folded', models.CharField(max_length=128)),
            ],
            options={
                'indexes': [models.Index(fields=['language', 'folded'], name='search_stem_folded')],
                'constraints': [models.UniqueConstraint(fields=('language', 'stem', 'word'), name='search_stem_once')],
            },
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=12)),
                ('word', models.CharField(max_length=64)),
                ('folded', models.CharField(max_length=128)),
                ('common', models.CharField(max_length=128)),
                ('stems', models.TextField(blank=True)),
                ('parts', models.TextField(blank=True)),
                ('others', models.TextField(blank=True)),
                ('documents', models.IntegerField(default=0)),
            ],
            options={
                'indexes': [models.Index(fields=['language', 'folded'], name='search_word_folded'), models.Index(fields=['language', 'common'], name='search_word_common')],
                'constraints': [models.UniqueConstraint(fields=('language', 'word'), name='search_word_once')],
            },
        ),
    ]
