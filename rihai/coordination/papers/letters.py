"""Letters of a committee: the notice of a meeting to its members, and the reminder of an action to who owes it."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from rihai.accounts.acting import asked_at
from rihai.coordination.bodies.queries import seated
from rihai.coordination.decisions.queries import action_seen
from rihai.coordination.meetings.queries import meeting_seen, to_approve
from rihai.coordination.reach import KEEP
from rihai.kit.actor import Actor
from rihai.kit.letters.text import LetterText
from rihai.kit.offers import Letter
from rihai.kit.templatetags.kit import day as day_text
from rihai.kit.templatetags.kit import weekday


def _uuid(subject: str) -> UUID | None:
    try:
        return UUID(subject)
    except ValueError:
        return None


def notice(actor: Actor, subject: str, language: str) -> LetterText | None:
    """The notice of a meeting: when, where, what is on it by headings; no person is named."""
    pk = _uuid(subject)
    meeting = meeting_seen(pk, actor=actor) if pk else None
    if meeting is None:
        return None
    with override(language):
        members = [f"{one.post.shown}{f', {one.name}' if one.name else ''}" for one in seated(meeting.body, meeting.on)]
        when = f"{weekday(meeting.on)} {day_text(meeting.on)}"
        facts = [(_("Day"), when), (_("Time"), f"{meeting.starts_at:%H:%M}" if meeting.starts_at else _("to be told")),
                 (_("Place"), meeting.venue or _("to be told"))]  # fmt: skip
        approving = [_("The minutes of meeting %(n)s are to be approved.") % {"n": one.number}
                     for one in to_approve(meeting)]  # fmt: skip
        return LetterText(
            to=members,
            subject=_("Notice of meeting %(n)s: %(body)s") % {"n": meeting.number, "body": meeting.body.shown},
            day=localdate(asked_at()),
            paragraphs=[
                _("You are asked to the meeting named above. The papers follow apart; they are for members alone."),
                *approving,
                _("Who cannot come is asked to say so, with the reason, and to send somebody who can decide."),
            ],
            salutation=_("To the members"), closing=_("Secretary of the committee"),
            signed=[actor.name, settings.OFFICE], reference=f"{meeting.body.kind}/{meeting.number}", facts=facts,
        )  # fmt: skip


def reminder(actor: Actor, subject: str, language: str) -> LetterText | None:
    """The reminder of an action; of one about a person it names the decision alone, never the person."""
    pk = _uuid(subject)
    action = action_seen(pk, actor=actor) if pk else None
    if action is None or action.due_on is None:
        return None
    with override(language):
        decision = action.decision
        words = {"n": decision.number, "m": decision.meeting.number, "day": day_text(decision.meeting.on)}
        what = _("what decision %(n)s asks for") % words if action.person_id else action.says
        asked = _("By decision %(n)s of meeting %(m)s, %(day)s, this was asked of you:") % words
        return LetterText(
            to=[action.whose], subject=_("An action of %(body)s") % {"body": action.body.shown},
            day=localdate(asked_at()),
            paragraphs=[
                f"{asked} {what}",
                _("Its day is %(day)s. Please write what was done, and what shows it.")
                % {"day": day_text(action.due_on)},
            ],
            closing=_("Secretary of the committee"), signed=[actor.name, settings.OFFICE],
        )  # fmt: skip


LETTERS = (
    Letter(
        name="coordination.notice", title=gettext_lazy("Notice of a meeting"), capability=KEEP, data_class="ordinary",
        write=notice,
    ),
    Letter(
        name="coordination.reminder", title=gettext_lazy("Reminder of an action"), capability=KEEP,
        data_class="ordinary", write=reminder,
    ),
)  # fmt: skip
