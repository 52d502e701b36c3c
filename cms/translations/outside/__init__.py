"""Translators outside: a secret link to one page in one language, and no account."""
