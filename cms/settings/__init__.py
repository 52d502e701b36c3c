"""Settings: `base` holds what never changes, the other modules one way to run each."""
