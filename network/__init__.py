"""Bodies, members, meetings and services."""
