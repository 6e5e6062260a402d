"""Who may act on a register, and the work that is being done for it."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from rihai.casework.cases.capabilities import KEEP
from rihai.casework.cases.operations.errors import NoSuchCase, WrongCase
from rihai.casework.cases.registers.models import WORKING, Register, RegisterState
from rihai.kit.actor import Actor
from rihai.kit.jobs import Job, JobState


def register_for(register_id: UUID, states: tuple[RegisterState, ...], *, actor: Actor) -> Register:
    """The actor's register, locked. Raises NoSuchCase; WrongCase at another step.

    Work that stopped is as if it had not begun: nothing of it was kept.
    """
    rows = Register.objects.select_for_update(of=("self",)).select_related("stored")
    register = rows.filter(pk=register_id, author=actor.pk).first()
    if register is None or not actor.may(KEEP):
        raise NoSuchCase(_("There is no such register."))
    if register.state not in states and step_of(register, job_of(register)) not in states:
        raise WrongCase(
            _("This register is at another step by now: %(state)s.") % {"state": register.get_state_display()}
        )
    return register


def job_of(register: Register) -> Job | None:
    """The work done for a register now, or last."""
    return Job.objects.filter(pk=register.job_id).first() if register.job_id else None


def step_of(register: Register, job: Job | None) -> str:
    """At which step it is, seen that work which failed has changed nothing."""
    if register.state in WORKING and job is not None and job.state == JobState.FAILED:
        return WORKING[RegisterState(register.state)]
    return register.state
