"""What people say at the end of a session: who may fill the form in for them, and what is kept of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.instruments.models import InstrumentVersion
from rihai.kit.actor import Actor
from rihai.kit.handling import FormSubject, GivenAnswer
from rihai.training.errors import NotSo, NotThere
from rihai.training.levels.models import Reaction
from rihai.training.reach import told_sessions
from rihai.training.sessions.models import Session, SessionState

FORM, HANDLER = "training_satisfaction", "training.said"
MARK = "reaction"
POINTS = range(1, 6)


def subject_of(actor: Actor, key: str) -> FormSubject | None:
    """A session that has begun, for its own people, who type in or hand a phone round."""
    session = _session(actor, key)
    if session is None or session.state not in {SessionState.HELD, SessionState.FINISHED}:
        return None
    return FormSubject(
        name=session.shown, url=reverse("training:levels", args=[session.pk]),
        says=_("One sheet after another. No name stands on it, and once given it cannot be opened again."),
    )  # fmt: skip


def _session(actor: Actor, key: str) -> Session | None:
    try:
        pk = UUID(key)
    except ValueError:
        return None
    return Session.objects.filter(pk__in=told_sessions(actor).filter(pk=pk).values("pk")).first()


def may_see(_actor: Actor, _keys: Sequence[str]) -> Iterable[str]:
    """Nobody: what one person said is no more to be opened, also by who typed it in."""
    return ()


def taken(given: GivenAnswer) -> None:
    """A sheet was given: its points are kept, and nothing of whose it is. Raises NotThere, NotSo."""
    session = _session(given.actor, given.subject)
    if session is None:
        raise NotThere(given.subject)
    version = InstrumentVersion.objects.defer("xform").get(pk=given.version_id)
    questions: dict[str, dict[str, str]] = version.marks.get("questions", {})
    points = {}
    for name, said in questions.items():
        point = str(given.values.get(name, ""))
        if said.get(MARK) and point.isdecimal() and int(point) in POINTS:
            points[name] = int(point)
    if not points:
        raise NotSo(_("Nothing on this sheet could be counted. Look at the form."))
    Reaction.objects.create(session=session, answer_id=given.id, points=points)
