"""Rows whose number is sealed and found by its blind index, and rows that fall due."""

from __future__ import annotations

from django.db import models

from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.sealed import BlindIndex, SealedText


class Numbered(models.Model):
    """Somebody's number and what they said."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = SealedText(seal="tests.numbered.number")
    number_index = BlindIndex(of="number", seal="tests.numbered.number")
    said = SealedText(seal="tests.numbered.said", null=True)
    place = models.CharField(max_length=50, blank=True)

    def __str__(self) -> str:
        return str(self.pk)


class Matter(Due):
    """Something that falls due."""

    def __str__(self) -> str:
        return str(self.pk)
