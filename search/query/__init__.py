"""From what a visitor typed to what an engine is asked."""
