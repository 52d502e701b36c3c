"""Comments and history of single texts at the translators' desk."""
