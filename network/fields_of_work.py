"""Reads who works on what in a body: its organisations by their topics, and their logos.

The parts join the one query of the body's page; logos are pictures that the directory has made.
"""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

from cms.core.collation import sort_key
from cms.core.frame import Link
from cms.core.models import SiteRendition
from cms.core.models.topics import Topic, TopicLabel
from cms.core.together import Part, Row, number
from cms.languages import SOURCE
from network.members import Tie

#: The smallest of the pictures that `content_picture` makes of a logo.
LOGO = "max-240x120|format-webp"


@dataclass(frozen=True)
class Field:
    """A topic as the head of a column, with the language of its name."""

    name: str
    lang: str


@dataclass
class Matrix:
    """`rows`: an organisation, and for each of `fields` whether it works on it."""

    fields: list[Field] = field(default_factory=list)
    rows: list[tuple[Link, list[bool]]] = field(default_factory=list)


def work_parts(page: Any, seats: Any) -> dict[str, Part]:
    """Parts for `together`; `seats` are the confirmed memberships of the body."""
    model = apps.get_model("network", "OrganisationPage")
    members = model.objects.filter(pk__in=seats.values("organisation_id"))
    through = model.topics.field.remote_field.through.objects
    works = through.filter(organisationpage__in=members.values("pk"))
    works = works.exclude(topic__status=Topic.Status.DEPRECATED)
    labels = TopicLabel.objects.filter(
        topic_id__in=works.values("topic_id"), kind=TopicLabel.Kind.PREFERRED,
        locale__language_code__in=[page.locale.language_code, SOURCE],
    )  # fmt: skip
    logos = members.filter(logo__isnull=False)
    made = SiteRendition.objects.filter(filter_spec=LOGO, image_id__in=logos.values("logo_id"))
    return {
        "works": (works, ("organisationpage_id", "topic_id")),
        "labels": (labels, ("topic_id", "text", "locale__language_code")),
        "logos": (logos, ("pk", "logo_id")),
        "renditions": (made, ("image_id", "file", "width", "height")),
    }


def matrix_of(rows: dict[str, list[Row]], seats: list[Tie], lang: str) -> Matrix:
    """Current member organisations that have a field, in their order; nothing where none has."""
    names = names_of_topics(rows["labels"], lang)
    works: dict[int, set[int]] = {}
    for row in rows["works"]:
        works.setdefault(number(row["organisationpage_id"]) or 0, set()).add(
            number(row["topic_id"]) or 0
        )
    who = {tie.who_id: tie.who for tie in seats if tie.who_id in works and tie.is_for_organisation}
    used = set().union(*(works[pk] for pk in who)) if who else set()
    order = sorted(used & set(names), key=lambda pk: sort_key(names[pk].name, lang))
    return Matrix(
        [names[pk] for pk in order],
        [(link, [topic in works[pk] for topic in order]) for pk, link in who.items()],
    )


def names_of_topics(rows: list[Row], lang: str) -> dict[int, Field]:
    """In the reader's language, else in the source's."""
    names: dict[int, Field] = {}
    for row in rows:
        pk, code = number(row["topic_id"]) or 0, str(row["locale__language_code"])
        if pk not in names or code == lang:
            names[pk] = Field(row["text"] or "", code)
    return names


def logos_of(rows: dict[str, list[Row]]) -> dict[int, SiteRendition]:
    """Made pictures by the id of the organisation."""
    made = {
        row["image_id"]: SiteRendition(
            image_id=number(row["image_id"]), filter_spec=LOGO, file=row["file"],
            width=number(row["width"]) or 0, height=number(row["height"]) or 0,
        )
        for row in rows["renditions"]
    }  # fmt: skip
    found = {number(row["pk"]) or 0: made.get(row["logo_id"]) for row in rows["logos"]}
    return {pk: picture for pk, picture in found.items() if picture is not None}
