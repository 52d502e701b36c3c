"""Names of a language's groups."""

#: English names, as Wagtail's own groups have them, with the language in its own name.
TRANSLATORS, REVIEWERS = "Translators: {}", "Reviewers: {}"
