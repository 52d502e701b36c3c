"""Steps of the tests of wagtail-localize's faults: its addresses, and the ways past the desk."""

import json
from contextlib import suppress
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import NoReverseMatch, reverse
from wagtail_localize.models import OverridableSegment, SegmentOverride, TranslationContext

from cms.translations.managed import translation_of
from cms.translations.reviewing import review_send, review_task
from cms.translations.saving import segment_save
from cms.translations.segments.read import lines_of
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    make_image,
    published,
    texts_write,
)  # fmt: skip

#: Names of its addresses, and where they stand in the admin of a site that loads its hooks.
STOCK = {
    "submit_page_translation": "submit/page/{}/",
    "update_translations": "update/{}/",
    "edit_string_translation": "translate/{}/strings/{}/edit/",
    "edit_override": "translate/{}/overrides/{}/edit/",
    "upload_pofile": "translate/{}/pofile/upload/",
    "machine_translate": "translate/{}/machine_translate/",
    "stop_translation": "translate/{}/disable/",
    "convert_to_alias": "page/{}/convert_to_alias/",
    "translations_report": "reports/",
    "snippets_api_listing": "api/snippets/{}/{}/",
    "snippets_api_detail": "api/snippets/{}/{}/{}/",
}


def assert_closed(client, name, *args):
    """One of its addresses is nowhere, by name or by path, whatever is sent there.

    Whatever is not found is looked for under the prefix of a language, too.
    """
    with pytest.raises(NoReverseMatch):
        reverse(f"wagtail_localize:{name}", args=args)
    url = reverse("wagtailadmin_home") + "localize/" + STOCK[name].format(*args)
    for method in (client.get, client.post, client.put):
        assert method(url, follow=True).status_code == 404


def is_refused(answer):
    """Wagtail turns a refusal within its admin into a message on its home."""
    return answer.status_code == 403 or (
        answer.status_code == 302 and answer.url == reverse("wagtailadmin_home")
    )


def submitter():
    """Holds what is enough for wagtail-localize, and no permission for any page."""
    user = get_user_model().objects.create_user("submitter", "s@example.org", "correct-horse-1")
    user.user_permissions.set(
        Permission.objects.filter(codename__in=["access_admin", "submit_translation"])
    )
    return user


def page_in(page, code):
    pages = type(page).objects.filter(translation_key=page.translation_key)
    return pages.filter(locale__language_code=code).first()


def public(page):
    """What decides what readers of a page see."""
    row = fresh(page)
    rows = [one.title for one in row.agenda.all()] if hasattr(row, "agenda") else []
    return (row.live, row.title, row.summary, row.alias_of_id, row.live_revision_id, *rows)


def publish_anyhow(page, client):
    """Every way past the desk to make public what nobody has reviewed; `client` may everything.

    A way that is open raises nothing: what readers see afterwards tells.
    """
    for way in (latest_published, row_saved, revision_saved, row_saved_in_part, target_saved):
        with suppress(PermissionDenied), transaction.atomic():
            way(page)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{bulk}?id={page.pk}", {})
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(edit, {"title": "Magyar", "slug": page.slug, "action-publish": "1"})


def latest_published(page):
    fresh(page).get_latest_revision().publish(skip_permission_checks=True)


def row_saved(page):
    row = fresh(page)
    row.live, row.title = True, "Magyar"
    row.save()


def row_saved_in_part(page):
    row = fresh(page)
    row.live = True
    row.save(update_fields=["live"])


def revision_saved(page):
    row = fresh(page)
    row.title = "Magyar"
    row.save_revision().publish(skip_permission_checks=True)


def target_saved(page):
    translation_of(fresh(page)).save_target(publish=False)


def lines(translation):
    return lines_of(translation.source_id, translation.target_locale_id)


def line_of(translation, text):
    return next(line for line in lines(translation) if line.source == text)


def segment_url(translation, text):
    return reverse("desk:segment", args=[translation.uuid, line_of(translation, text).segment_id])


def write(translation, text, new, user):
    pk = line_of(translation, text).segment_id
    return segment_save(translation=translation, segment_id=pk, text=new, user=user)


def in_review(translation, page, user):
    """A second round of a live translation, sent by `user`; the task that waits."""
    texts_write(translation, lambda text: f"{text} (2)")
    review_send(translation=translation, user=user)
    return review_task(fresh(page))


def stored_in_the_old_form(page, title, text):
    """The page's body as sites stored it before Wagtail 2.16: items of lists without ids."""
    value = [{"title": title, "text": f"<p>{text}</p>"}]
    raw = [{"type": "accordion", "id": str(uuid4()), "value": value}]
    body = type(page)._meta.get_field("body").to_python(json.dumps(raw))
    type(page).objects.filter(pk=page.pk).update(body=body)
    assert fresh(page).body.raw_data[0]["value"] == value


def page_with_picture():
    """A published page whose body is a picture, and that picture."""
    image = make_image()
    image.contextual_alt_text, image.decorative = "Magyar leírás", False
    body = [("picture", {"image": image, "caption": "Aláírás"})]
    page = published(StandardPageFactory(parent=home_in("hu"), title="Kép", body=body))
    return page, image


def overridden(translation, path, pk):
    """As wagtail-localize keeps the picture that one language shows instead of the source's."""
    source = translation.source
    context, _is_new = TranslationContext.objects.get_or_create(object=source.object, path=path)
    OverridableSegment.objects.create(source=source, context=context, data_json="1", order=0)
    SegmentOverride.objects.create(
        locale=translation.target_locale, context=context, data_json=json.dumps(pk)
    )
