"""Keeps the index true: what pages and files give to it, and who writes it when they change."""
