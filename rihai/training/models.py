"""What is kept of training; each part of the room keeps its own."""

from __future__ import annotations

from rihai.training.academy.models import Academy, WayStep
from rihai.training.cascades.models import TrainedIn
from rihai.training.certificates.models import Certificate, Completion
from rihai.training.completions.models import FinishedLine, FinishedList
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
from rihai.training.doors.models import Door
from rihai.training.exams.models import CodeHolder, SessionTest, Sitting, TestCode
from rihai.training.levels.models import Figure, Judgement, Reaction
from rihai.training.overdue.models import Reminder
from rihai.training.register.models import Twins
from rihai.training.sessions.models import (
    ArrivingRow,
    Attendance,
    Correction,
    Enrolment,
    Session,
    SessionDay,
    Trainee,
)

__all__ = [
    "Academy", "ArrivingRow", "Attendance", "Certificate", "CodeHolder", "Completion", "Correction", "Course",
    "CourseVersion", "Door", "Enrolment", "Figure", "FinishedLine", "FinishedList", "Judgement", "Mandatory",
    "Material", "Module", "Qualification", "Rank", "Reaction", "Reminder", "Session", "SessionDay", "SessionTest",
    "Sitting", "TestCode", "Topic", "TrainedIn", "Trainee", "Trainer", "Twins", "WayStep",
]  # fmt: skip
