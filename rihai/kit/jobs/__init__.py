"""Long work: asked for and left, taken up again when its worker dies, its progress true throughout."""

from __future__ import annotations

from rihai.kit.jobs.models import Job, JobState
from rihai.kit.jobs.run import start
from rihai.kit.jobs.step import Progress, Work

__all__ = ["Job", "JobState", "Progress", "Work", "start"]
