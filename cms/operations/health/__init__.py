"""Whether the site is well: checks that every room can add to, for machines and for operators."""
