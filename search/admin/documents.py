"""Editors see beside a document what became of reading it."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm

from search.models import FileText


class DocumentForm(BaseDocumentForm):
    """Wagtail's form; the file says whether its text can be found."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        read = FileText.objects.filter(file_id=self.instance.pk or 0).first()
        if read is not None and "file" in self.fields:
            state = read.get_state_display()
            self.fields["file"].help_text = _("In the search: %(state)s.") % {"state": state}
