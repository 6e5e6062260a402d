"""What is kept of papers: that an agenda was sent, the pack that holds its names, each numbered copy with its link."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.coordination.bodies.models import Post
from rihai.coordination.meetings.models import Meeting
from rihai.kit.ids import new_id
from rihai.kit.links import TimedLink
from rihai.legal.papers.models import Pack


class Papers(models.Model):
    """The agenda of a meeting as it was sent; from then on it is frozen.

    `pack` is the pack of the register of sharings that holds the people in it, None where no name went out.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, primary_key=True, related_name="papers")
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, null=True, related_name="+")
    use_until = models.DateField()
    sent_at = models.DateTimeField()
    sent_by_name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return str(self.pk)


class PaperCopy(models.Model):
    """One numbered copy, for a post and who held it then; `made` counts how often it was made."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    papers = models.ForeignKey(Papers, on_delete=models.CASCADE, related_name="copies")
    number = models.PositiveSmallIntegerField()
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    made = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["papers", "number"], name="coordination_copy_number")
        ]

    def __str__(self) -> str:
        return str(self.number)


class CopyLink(TimedLink):
    """A way for a member without an account to read a copy and answer for actions, for a time (`kit/links.py`)."""

    copy = models.ForeignKey(PaperCopy, on_delete=models.CASCADE, related_name="links")

    def __str__(self) -> str:
        return str(self.pk)
