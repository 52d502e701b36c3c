"""The operators' panel in the admin: how the site is, who works, what waits, what runs when."""
