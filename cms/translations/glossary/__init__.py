"""The glossary at work: terms found in texts, as CSV, in the admin, and for readers."""
