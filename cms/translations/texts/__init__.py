"""Pure functions of texts: what changed, what belongs together, what may be wrong."""
