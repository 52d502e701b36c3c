"""The texts of a page as segments: extracted, stored, read."""
