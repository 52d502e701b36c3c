"""Home page, ordinary pages and the demo site."""
