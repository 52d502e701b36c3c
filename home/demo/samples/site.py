"""Publishes all samples beneath the pages of the source document, and ties them together."""

from dataclasses import dataclass, field
from typing import Any

from cms.core.models import Place
from home.demo.legal import make_legal_pages
from home.demo.pages import SourcePages, publish
from home.demo.rights import make_declaration
from home.demo.samples import events, library, members, recommendations, services


@dataclass
class Samples:
    """Published pages in an order in which parents stand before their children."""

    pages: list[Any] = field(default_factory=list)
    lists: dict[str, Any] = field(default_factory=dict)
    legal: list[Any] = field(default_factory=list)
    declaration: Any = None


class Publisher:
    """Publishes pages one by one and remembers them."""

    def __init__(self, user: Any) -> None:
        self.user, self.made = user, Samples()

    def add(self, parent: Any, *pages: Any) -> list[Any]:
        done = []
        for page in pages:
            # Read afresh: the parent counts its children in its own row
            here = type(parent).objects.get(pk=parent.pk)
            done.append(publish(here, page, self.user))
        self.made.pages += done
        return done

    def add_list(self, name: str, parent: Any, page: Any) -> Any:
        (done,) = self.add(parent, page)
        self.made.lists[name] = done
        return done


def publish_samples(source: SourcePages, topics: list[Any], place: Place, to: Publisher) -> Samples:
    organisations, people = publish_members(source, topics, place, to)
    held, *_others = publish_played(source.events, events.make_events(source.body, place), to)
    parent = to.add_list("services", source.home, services.make_list())
    publish_played(parent, services.make_services(organisations[2:], place, topics), to)
    publish_recommendations(source, held, organisations[2], topics, to)
    publish_library(source, organisations, people, to)
    to.made.legal = to.add(source.home, *make_legal_pages())
    return to.made


def publish_members(
    source: SourcePages, topics: list[Any], place: Place, to: Publisher
) -> tuple[list[Any], list[Any]]:
    """Organisations, the project's two first, and people, with their confirmed relations."""
    organisation_list, person_list = members.make_lists()
    directory = to.add_list("organisations", source.home, organisation_list)
    project = to.add(directory, *members.make_project_organisations(place))
    organisations = to.add(directory, *members.make_organisations(topics, place))
    people_list = to.add_list("people", source.home, person_list)
    people = to.add(people_list, *members.make_people(topics))
    members.make_relations(
        body=source.body, organisations=organisations, people=people, event=source.meeting
    )
    return [*project, *organisations], people


def publish_played(parent: Any, samples: Any, to: Publisher) -> list[Any]:
    """Publish the pages of samples, then let happen to each what its sample says."""
    published = to.add(parent, *(sample.page for sample in samples))
    for sample, page in zip(samples, published, strict=True):
        sample.play(page)
    return published


def publish_recommendations(
    source: SourcePages, held: Any, organisation: Any, topics: list[Any], to: Publisher
) -> None:
    """An item of the first document was on the agenda of `held` and asks `organisation` too."""
    parent = to.add_list("recommendations", source.home, recommendations.make_list())
    addressees = recommendations.make_addressees()
    samples = recommendations.make_samples(source.body, addressees, topics)
    published = publish_played(parent, samples, to)
    recommendations.tie(published[0], held)
    recommendations.ask_others(published[0], addressees[-1], organisation)


def publish_library(
    source: SourcePages, organisations: list[Any], people: list[Any], to: Publisher
) -> None:
    names = ("publications", "resources", "newsletters")
    lists = [
        to.add_list(name, source.home, page)
        for name, page in zip(names, library.make_lists(), strict=True)
    ]
    (to.made.declaration,) = to.add(lists[0], make_declaration(to.user))
    to.add(lists[0], *library.make_publications(author=people[0], publisher=organisations[2]))
    to.add(lists[1], *library.make_resources())
    to.add(lists[2], *library.make_issues([source.founding, organisations[0]]))
