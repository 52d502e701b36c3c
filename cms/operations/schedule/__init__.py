"""What runs when: rules in the city's time, the registry of jobs, and how a due one is queued."""
