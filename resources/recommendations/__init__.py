"""Recommendations: what was asked of whom, what came of it, and how that is shown."""
