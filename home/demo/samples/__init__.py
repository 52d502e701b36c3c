"""Samples of each type of content, marked as samples in their own text."""
