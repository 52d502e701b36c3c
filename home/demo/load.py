"""Loads the demo once: records, the site's texts, pages in Hungarian, their English."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction
from django.utils.translation import override
from wagtail.models import Locale, Site
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.users.models import UserProfile

from cms.core.models import MenuItem, SiteIdentity, SiteText, Topic, TopicLabel
from cms.languages import SOURCE
from cms.translations.homes import homes_make
from home.demo import texts
from home.demo.accounts import ACCOUNTS, hashed_passwords
from home.demo.catalogues import in_all_languages
from home.demo.glossary import make_glossary
from home.demo.languages import leave_behind, translate_all
from home.demo.pages import SourcePages, finish_home, make_pages, make_place
from home.demo.samples.site import Publisher, Samples, publish_samples
from home.models import StandardPage

Step = Callable[[str], AbstractContextManager[None]]


def load(step: Step) -> bool:
    """Load the demo where it is not there yet, all of it or nothing; whether it was loaded."""
    if StandardPage.objects.exists():
        return False
    with override(SOURCE), transaction.atomic():
        # written once at the end: every save of every page would queue it otherwise
        with disable_reference_index_auto_update():
            load_pages(step)
        with step("Reference index"):
            call_command("rebuild_references_index", verbosity=0)
    return True


def load_pages(step: Step) -> None:
    with step("Languages"):
        homes_make()
    with step("Log-ins"):
        admin = make_accounts()  # also in the groups of languages
    with step("Records"):
        topics = make_topics()
        place = make_place()
        make_glossary()
    with step("Pages in Hungarian"):
        source = make_pages(topics=topics, place=place, user=admin)
    with step("Samples in Hungarian"):
        made = publish_samples(source, topics, place, Publisher(admin))
        home = finish_home(
            activities=activity_pages(source, made), user=admin,
            featured=[source.about, made.declaration, source.founding],
        )  # fmt: skip
        make_identity(source, made)
    with step("Translations"):
        translate_all([home, *source.all, *made.pages], admin)
        leave_behind(made.pages, admin)


def activity_pages(source: SourcePages, made: Samples) -> list[Any]:
    """The page of each of the six activities of the source document, in its order."""
    names = ("recommendations", "services", "services", "newsletters", "publications")
    return [source.body, *(made.lists.get(name) for name in names)]


def make_accounts() -> Any:
    users = get_user_model()
    for account in ACCOUNTS:
        user = users.objects.create(
            username=account.username, email=f"{account.username}@example.org",
            password=hashed_passwords()[account.username].result(),
            is_superuser=account.is_superuser, is_staff=account.is_superuser,
        )  # fmt: skip
        user.groups.set(Group.objects.filter(name__in=account.groups))
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = account.language
        profile.save()
    return users.objects.get(username=ACCOUNTS[0].username)


def make_topics() -> list[Any]:
    made = []
    for notation, label in texts.TOPICS.items():
        topic = Topic.objects.create(notation=notation)
        for locale, text in in_all_languages(label):
            TopicLabel.objects.create(topic=topic, locale=locale, text=text)
        made.append(topic)
    return made


def make_identity(source: SourcePages, made: Samples) -> None:
    """The site's texts, and its menus: what people look for, and beneath it the rest."""
    site = Site.objects.get(is_default_site=True)
    site.site_name = texts.SITE["name"]
    site.save()
    identity = SiteIdentity.for_site(site)
    said = {name: dict(in_all_languages(text)) for name, text in texts.SITE.items()}
    for locale in Locale.objects.all():
        values = {name: by_locale[locale] for name, by_locale in said.items()}
        SiteText.objects.create(identity=identity, locale=locale, **values)
    lists = dict(made.lists)
    below = [source.about, lists.pop("people"), lists.pop("publications"), *made.legal]
    above = [source.body, source.events, *lists.values()]
    for menu, pages in ((MenuItem.Menu.MAIN, above), (MenuItem.Menu.FOOTER, below)):
        for order, page in enumerate(pages):
            MenuItem.objects.create(identity=identity, page=page, menu=menu, sort_order=order)
