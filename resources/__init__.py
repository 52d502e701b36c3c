"""Recommendations, publications and the resource library."""
