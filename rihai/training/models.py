"""What is kept of training; each part of the room keeps its own."""

from __future__ import annotations

from rihai.training.certificates.models import Certificate, Completion
from rihai.training.courses.models import (
    Course,
    CourseVersion,
    Mandatory,
    Material,
    Module,
    Qualification,
    Rank,
    Topic,
    Trainer,
)
from rihai.training.sessions.models import ArrivingRow, Attendance, Enrolment, Session, SessionDay, Trainee

__all__ = [
    "ArrivingRow", "Attendance", "Certificate", "Completion", "Course", "CourseVersion", "Enrolment", "Mandatory",
    "Material", "Module", "Qualification", "Rank", "Session", "SessionDay", "Topic", "Trainee", "Trainer",
]  # fmt: skip
