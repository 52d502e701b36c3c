"""The words of the library: roles of makers and files, kinds of relation and their other ends.

After Dublin Core's relation terms (DCMI Metadata Terms, 2020) and MARC's relator codes.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MakerRole(TextChoices):
    AUTHOR = "author", _("Author")
    EDITOR = "editor", _("Editor")
    TRANSLATOR = "translator", _("Translator")
    ILLUSTRATOR = "illustrator", _("Illustrator")
    CONTRIBUTOR = "contributor", _("Contributor")
    FUNDER = "funder", _("Funded by")


class FileRole(TextChoices):
    MAIN = "main", _("The work itself")
    SUMMARY = "summary", _("Summary")
    ANNEX = "annex", _("Annex")
    EASY_READ = "easy_read", _("Easy to read")
    SIGN_LANGUAGE = "sign_language", _("In sign language")
    TRANSCRIPT = "transcript", _("Transcript")
    FORM = "form", _("Form to fill in")


class RelationKind(TextChoices):
    REPLACES = "replaces", _("Replaces")
    REPLACED_BY = "replaced_by", _("Is replaced by")
    VERSION_OF = "version_of", _("Is a version of")
    TRANSLATION_OF = "translation_of", _("Is a translation of")
    PART_OF = "part_of", _("Is part of")
    REFERENCES = "references", _("Refers to")
    BASED_ON = "based_on", _("Is based on")


#: What the other end of a relation says of the first.
INVERSE = {
    RelationKind.REPLACES: RelationKind.REPLACED_BY.label,
    RelationKind.REPLACED_BY: RelationKind.REPLACES.label,
    RelationKind.VERSION_OF: _("Has the version"),
    RelationKind.TRANSLATION_OF: _("Has the translation"),
    RelationKind.PART_OF: _("Has the part"),
    RelationKind.REFERENCES: _("Is referred to by"),
    RelationKind.BASED_ON: _("Is the base of"),
}
