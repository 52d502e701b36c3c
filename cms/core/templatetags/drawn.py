"""`{% drawn listing "name" %}…{% enddrawn %}`: a part of a list's page that is rendered once.

Lists are kept while content does not change (`cms.core.generation`), and what was rendered of one
is kept with it. The part may depend on the list alone: its language, its address's query.
"""

from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


class Drawn(template.Node):
    child_nodelists = ("nodelist",)

    def __init__(self, listing: FilterExpression, name: FilterExpression, nodes: NodeList) -> None:
        self.listing = listing
        self.name = name
        self.nodelist = nodes

    def render(self, context: Any) -> SafeString:
        drawn, name = self.listing.resolve(context).drawn, self.name.resolve(context)
        if name not in drawn:
            drawn[name] = self.nodelist.render(context)
        return mark_safe(drawn[name])  # noqa: S308  (rendered by the engine itself)


@register.tag("drawn")
def drawn(parser: Any, token: Any) -> Drawn:
    _tag, listing, name = token.split_contents()
    nodes = parser.parse(("enddrawn",))
    parser.delete_first_token()
    return Drawn(parser.compile_filter(listing), parser.compile_filter(name), nodes)
