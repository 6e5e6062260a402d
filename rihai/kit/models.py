"""The tables of kit, gathered from its folders so that Django finds them."""

from __future__ import annotations

from rihai.kit.audit.models import Event, Head, Opening
from rihai.kit.exports.models import PublishedFigures
from rihai.kit.files.models import StoredFile
from rihai.kit.jobs.models import Job

__all__ = ["Event", "Head", "Job", "Opening", "PublishedFigures", "StoredFile"]
