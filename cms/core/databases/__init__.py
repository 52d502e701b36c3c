"""Django's database engines with the content's generation (`watch`)."""
