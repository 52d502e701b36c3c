"""Machine translation: a port with adapters, and the drafts of texts that come through it."""
