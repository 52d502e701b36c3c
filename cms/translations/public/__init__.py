"""What the public is told of translations: at each page, and of all of them together."""
