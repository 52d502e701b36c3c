"""Blocks of this room's facts that are lists."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.core.files import spoken_codes
from network.event_codes import InterpretationKind


class InterpretationBlock(blocks.StructBlock):
    """One language that an event is interpreted into."""

    language = blocks.ChoiceBlock(label=_("language"), choices=spoken_codes)
    kind = blocks.ChoiceBlock(
        label=_("how"), choices=InterpretationKind.choices, default=InterpretationKind.SIMULTANEOUS
    )
    on_request = blocks.BooleanBlock(label=_("only on request"), required=False)

    class Meta:
        icon = "globe"
        label = _("Interpretation")
