"""What keeps the site running: the queue of waiting tasks."""
