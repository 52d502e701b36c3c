"""What the search is measured on: a made-up library that grows as real ones do."""
