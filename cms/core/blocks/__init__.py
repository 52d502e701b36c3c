"""All blocks of body text, in one `BodyBlock`: a new one needs no migration."""

from cms.core.blocks.body import BodyBlock, BodyField, DocumentListBlock, sections_of

__all__ = ["BodyBlock", "BodyField", "DocumentListBlock", "sections_of"]
