"""The words that the index holds, how each is read, and the words that a stem has.

Written and read by `search.vocabulary` alone, in bulk. A fresh process needs no analysis of what
was read once.
"""

from django.db import models

#: Characters of a word at most: `search.analysis` cuts longer ones.
LONGEST = 64


class Word(models.Model):
    """A word of one language as it is written in documents, normalised."""

    language = models.CharField(max_length=12)
    word = models.CharField(max_length=LONGEST)
    #: The word without its accents, and what forms of it share even so.
    folded = models.CharField(max_length=2 * LONGEST)
    common = models.CharField(max_length=2 * LONGEST)
    #: Separated by blanks.
    stems = models.TextField(blank=True)
    parts = models.TextField(blank=True)
    others = models.TextField(blank=True)
    #: How many documents hold it.
    documents = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="search_word_once")
        ]
        indexes = [
            models.Index(fields=["language", "folded"], name="search_word_folded"),
            models.Index(fields=["language", "common"], name="search_word_common"),
        ]


class Stem(models.Model):
    """A stem, and one of the words that have it."""

    language = models.CharField(max_length=12)
    stem = models.CharField(max_length=2 * LONGEST)
    word = models.CharField(max_length=LONGEST)
    #: The stem without its accents.
    folded = models.CharField(max_length=2 * LONGEST)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["language", "stem", "word"], name="search_stem_once")
        ]
        indexes = [models.Index(fields=["language", "folded"], name="search_stem_folded")]
