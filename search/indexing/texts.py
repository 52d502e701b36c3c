"""The texts of a page as they are searched: headings, and everything else that readers read."""

from typing import Any

from wagtail.blocks import StreamValue
from wagtail.search import index

from cms.core.facts.kinds import required_kinds
from cms.core.models.topics import Topic, TopicLabel

#: Fields that have a place of their own.
ELSEWHERE = {"title", "summary"}
#: Between two texts that do not belong together: no phrase goes over it.
APART = "\n"


def headings_of(page: Any) -> str:
    """Headings of the body and of chapters."""
    found = []
    for name in page.text_fields:
        value = getattr(page, name)
        for block in value if isinstance(value, StreamValue) else ():
            if block.block_type == "heading":
                found.append(str(block.value["text"]))
            elif block.block_type == "chapter":
                found.append(str(block.value["heading"]))
    return APART.join(found)


def body_of(page: Any) -> str:
    """What stands in the page's own fields and in its rows (agenda, items, chapters)."""
    parts = [
        field.get_value(page)
        for field in page.get_search_fields()
        if isinstance(field, index.SearchField) and field.field_name not in ELSEWHERE
    ]
    return APART.join([*joined(parts), *rows_of(page)])


def rows_of(page: Any) -> list[str]:
    """The texts of the rows of a page, in their order."""
    found = []
    for name, row in required_kinds(type(page)).rows:
        fields = [row._meta.get_field(field) for field in row.text_fields]
        for item in getattr(page, name).all() if fields else ():
            found += joined([text_of(field, item) for field in fields])
    return found


def text_of(field: Any, item: Any) -> Any:
    value = getattr(item, field.attname, "")
    searchable = getattr(field, "get_searchable_content", None)
    return searchable(value) if searchable else value


def joined(parts: list[Any]) -> list[str]:
    lists = [part if isinstance(part, list) else [part] for part in parts if part]
    return [str(text) for held in lists for text in held if text]


def labels_of(page: Any) -> str:
    """Labels of the page's topics in all languages, hidden ones (misspellings) too."""
    labels = TopicLabel.objects.filter(topic__in=page.topics.all())
    return APART.join(dict.fromkeys(labels.values_list("text", flat=True)))


def notations_of(page: Any) -> list[str]:
    """The page's topics and all that stand above them: who chooses a topic means what is in it."""
    found: dict[str, None] = {}
    for topic in page.topics.exclude(status="deprecated").select_related("broader__broader"):
        above: Topic | None = topic
        while above is not None and above.notation not in found:
            found[above.notation] = None
            above = above.broader
    return list(found)
