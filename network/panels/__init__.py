"""Panels of this room's longer page types."""
