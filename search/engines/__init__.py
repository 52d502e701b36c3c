"""The engines behind the search: each keeps the same documents and answers the same plans."""
