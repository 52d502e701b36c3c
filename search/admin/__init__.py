"""The admin's own search: Wagtail's backends of the database in use, made safe and quick."""
