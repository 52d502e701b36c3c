"""The admin screen of a page's acts: what was said of its changes, and what is still unsaid.

A text that is there is never changed; one that is missing in a language can be added.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Page

from cms.core.acts import act_texts_add
from cms.core.facts.pin import source_of
from cms.core.may import may_publish
from cms.core.models.acts import PageAct
from cms.languages import BY_CODE, LANGUAGES

MOST = 50
MOST_CHARACTERS = 1000


@dataclass(frozen=True)
class ActShown:
    """An act with its texts as (language, text), and the fields of those that may be added."""

    act: PageAct
    texts: list[tuple[Any, str]]
    fields: list[Any]


class ActTextsForm(forms.Form):
    """One field for each language of `codes` in which an act has no text."""

    def __init__(self, *args: Any, acts: list[PageAct], codes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.missing: dict[int, dict[str, str]] = {}
        for act in acts:
            said = {text.locale.language_code for text in act.texts.all()}
            unsaid = [code for code in codes if code not in said]
            self.missing[act.pk] = {code: f"text_{act.pk}_{code}" for code in unsaid}
            for code, name in self.missing[act.pk].items():
                self.fields[name] = _field(code)

    def texts_of(self, act: PageAct) -> dict[str, str]:
        return {code: self.cleaned_data[name] for code, name in self.missing[act.pk].items()}


def _field(code: str) -> forms.CharField:
    language = BY_CODE[code]
    attributes = {"rows": 2, "lang": code, "dir": language.direction}
    return forms.CharField(
        label=gettext_lazy("Text for readers: %(language)s") % {"language": language.name},
        required=False, max_length=MOST_CHARACTERS, widget=forms.Textarea(attrs=attributes),
    )  # fmt: skip


def languages_open_to(user: Any, page: Any) -> list[str]:
    """Languages in which `user` may say what was done to the page.

    All of them for those who may publish it; else those whose page of the family they may edit.
    """
    source = source_of(page) or page
    if may_publish(user, source):
        return [language.code for language in LANGUAGES]
    family = Page.objects.filter(
        translation_key=page.translation_key, alias_of__isnull=True
    ).select_related("locale")
    return [
        twin.locale.language_code for twin in family if twin.permissions_for_user(user).can_edit()
    ]


def act_texts_buttons(page: Any, user: Any) -> list[Button]:
    """Where the page has acts, for those who may add a text."""
    if not hasattr(page, "is_facts_source") or not languages_open_to(user, page):
        return []
    if not PageAct.objects.filter(page__translation_key=page.translation_key).exists():
        return []
    url = reverse("act_texts", args=[page.pk])
    return [Button(_("Texts of changes"), url, icon_name="history", priority=59)]


def act_texts(request: HttpRequest, page_id: int) -> HttpResponse:
    """Shows the acts of the page's family, and takes the texts that are missing."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not hasattr(page, "is_facts_source"):
        raise Http404
    codes = languages_open_to(request.user, page)
    if not codes:
        raise PermissionDenied
    acts = list(_acts(page))
    is_sent = request.method == "POST"
    form = ActTextsForm(request.POST if is_sent else None, acts=acts, codes=codes)
    if is_sent and form.is_valid():
        added = sum(
            act_texts_add(act=act, texts=form.texts_of(act), user=request.user) for act in acts
        )
        messages.success(request, _("Texts added: %(number)d.") % {"number": added})
        return redirect("act_texts", page.pk)
    shown = [_shown(act, form) for act in acts]
    return TemplateResponse(request, "core/admin/act_texts.html", {"page": page, "acts": shown})


def _acts(page: Any) -> Any:
    acts = PageAct.objects.filter(page__translation_key=page.translation_key)
    return acts.select_related("by").prefetch_related("texts__locale")[:MOST]


def _shown(act: PageAct, form: ActTextsForm) -> ActShown:
    texts = [(BY_CODE.get(text.locale.language_code), text.text) for text in act.texts.all()]
    return ActShown(act, texts, [form[name] for name in form.missing[act.pk].values()])
