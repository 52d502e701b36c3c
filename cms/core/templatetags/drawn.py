"""`{% drawn "name" %}…{% enddrawn %}`: a part of a page that is rendered once and kept.

`cms.core.models.shown` gives the place where it is kept, and says what the part may depend on;
where it gives none, the part is rendered.
"""

from typing import Any

from django import template
from django.template.base import NodeList
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


class Drawn(template.Node):
    child_nodelists = ("nodelist",)

    def __init__(self, name: str, nodes: NodeList) -> None:
        self.name = name
        self.nodelist = nodes

    def render(self, context: Any) -> SafeString:
        drawn = context.get("drawn")
        if drawn is None:
            return self.nodelist.render(context)
        if self.name not in drawn:
            drawn[self.name] = self.nodelist.render(context)
        return mark_safe(drawn[self.name])  # noqa: S308  (rendered by the engine itself)


@register.tag("drawn")
def drawn(parser: Any, token: Any) -> Drawn:
    _tag, name = token.split_contents()
    nodes = parser.parse(("enddrawn",))
    parser.delete_first_token()
    return Drawn(name.strip("\"'"), nodes)
