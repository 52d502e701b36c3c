"""The style guide: every component and block of the site in every state, for its editors."""
