"""How often content was changed, in one row that `cms.core.databases` writes."""

from django.db import models


class Generation(models.Model):
    """One row. It is written after the migrations, with the time in milliseconds as its number:
    a database that was emptied begins with one that no process has kept anything under."""

    number = models.PositiveBigIntegerField()

    def __str__(self) -> str:
        return str(self.number)
