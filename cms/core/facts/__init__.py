"""Facts once: every language's row holds a copy of the facts, and `propagate` alone writes it.

docs/decisions/0002 has the rules, docs/architecture.md the places where they are enforced.
"""
