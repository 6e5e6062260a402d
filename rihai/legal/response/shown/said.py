"""An answer in a badge and in a sentence, in the reader's language."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

from rihai.kit.templatetags.kit import day
from rihai.legal.response.models import Receiver, Response, State
from rihai.legal.response.queries.changed import Changed
from rihai.legal.response.tables import reasons, remedies
from rihai.people.shown import apart, label

STATUS = {
    State.OPEN: "draft", State.TAKEN: "waiting", State.REFERRED: "waiting", State.FILED: "waiting",
    State.REFUSED: "rejected", State.PARKED: "not_yet", State.GRANTED: "accepted", State.RELEASED: "released",
    State.CLOSED: "not_applicable",
}  # fmt: skip
SOON = timedelta(days=3)


def status_of(response: Response, today: date) -> str:
    """How the badge is drawn; red when its day has passed."""
    return "overdue" if not response.ended and response.is_overdue(today) else STATUS[State(response.state)]


def word_of(response: Response) -> str:
    """What the badge says."""
    state = State(response.state)
    if state == State.TAKEN:
        return _("Taken by %(name)s") % {"name": apart(response.owner_name)}
    if state == State.REFERRED:
        return _("Referred: %(name)s") % {"name": _receiver(response)}
    if state == State.FILED:
        return _("Filed on %(day)s") % {"day": day(response.filed_on)}
    if state == State.PARKED:
        return _("Parked until %(day)s") % {"day": day(response.until_on)}
    if state == State.REFUSED:
        return _("Refused on %(day)s") % {"day": day(response.refused_on)}
    if state == State.GRANTED:
        return _("Granted on %(day)s") % {"day": day(response.granted_on)}
    return str(state.label)


def _receiver(response: Response) -> str:
    return apart(response.receiver_name) or str(Receiver(response.receiver).label if response.receiver else "")


def says_of(response: Response, changed: Changed | None, today: date) -> str:
    """One or two sentences: what stands, what is next by when, what has changed since."""
    parts = [stands(response), _next(response, today), changed_text(changed) if changed else ""]
    if response.offered_to:
        parts.append(_("Offered to %(name)s.") % {"name": apart(response.offered_name)})
    return " ".join(one for one in parts if one)


def stands(response: Response) -> str:
    """Where the work stands, in a sentence; empty where the badge says it all."""
    state = State(response.state)
    if state == State.FILED:
        words = {
            "name": apart(response.owner_name), "court": apart(response.court), "number": apart(response.number),
        }  # fmt: skip
        if response.number:
            return _("%(name)s filed it at %(court)s, number %(number)s.") % words
        return _("%(name)s filed it at %(court)s.") % words
    if state == State.REFUSED:
        why = reasons().get(response.reason)
        return f"{why.says}." if why and not why.says.endswith("۔") else why.says if why else ""
    if response.owner_id and state != State.TAKEN and not response.ended:
        return _("%(name)s has it.") % {"name": apart(response.owner_name)}
    return ""


def _next(response: Response, today: date) -> str:
    if response.ended:
        return ""
    if response.state == State.REFUSED and response.remedy:
        return remedy_text(response, today)
    if response.due_on is None:
        return ""
    words = _("Look again since %(day)s.") if response.due_on < today else _("Look again on %(day)s.")
    return words % {"day": day(response.due_on)}


def remedy_text(response: Response, today: date) -> str:
    """What can be asked for next, and by when."""
    remedy = remedies().get(response.remedy)
    if remedy is None:
        return ""
    if response.remedy_last_on is None:
        return _("Next: %(what)s. The law names no last day: ask at once.") % {"what": remedy.says}
    words = {"what": remedy.says, "day": day(response.remedy_last_on)}
    if response.remedy_last_on < today:
        return _("Next: %(what)s. Its last day was %(day)s: the delay has to be explained.") % words
    return _("Next: %(what)s. Last day %(day)s.") % words


def changed_text(changed: Changed) -> str:
    """What has changed since the last act."""
    if changed.gone:
        return _("Since then the law no longer says this of the person.")
    names = ", ".join(str(label(name)) for name in changed.facts)
    if not names:
        return _("Since then the outcome has changed.")
    return _("Changed since then: %(facts)s.") % {"facts": names}
