"""The kernel: base page, facts, visibility, blocks, media, topics, contacts, registries."""
