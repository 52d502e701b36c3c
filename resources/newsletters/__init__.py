"""The newsletter's issues and their archive; each localised page is the edition of its language."""
