"""A test is laid down, its codes are made, what is sat is taken in, and it is closed: then marks stand with names."""

from __future__ import annotations

import secrets
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.instruments.models import InstrumentVersion
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.handling import GivenAnswer
from rihai.kit.links import LETTERS
from rihai.training.errors import NotSo, NotThere
from rihai.training.exams.forms_of_tests import key_in, tests_there_are
from rihai.training.exams.marking import right_in
from rihai.training.exams.models import CodeHolder, Moment, SessionTest, Sitting, TestCode
from rihai.training.exams.queries import marked_of, of_key
from rihai.training.exams.reach import session_of_codes, types_in
from rihai.training.reach import told_session
from rihai.training.sessions.models import Enrolment, Seat, Session, SessionState

LENGTH = 5


@transaction.atomic
def set_test(*, session_id: UUID, form_id: str, pass_mark: int, actor: Actor, at: datetime) -> SessionTest:
    """Lay down by which form a session is tested and how many per cent must be right; codes are made for all seats.

    Changed only as long as nobody sat it. The curriculum's pass mark goes before `pass_mark`. Raises NotThere, NotSo.
    """
    session = told_session(session_id, actor=actor, lock=True)
    if session.state == SessionState.CANCELLED:
        raise NotSo(_("This session is not held. Nothing was written."))
    if form_id not in dict(tests_there_are()):
        raise NotSo(_("This form does not say what is right. Choose another."))
    laid_down = session.curriculum.pass_mark if session.curriculum else None
    with as_house(at):
        if Sitting.objects.filter(session=session).exists():
            raise NotSo(_("Somebody has sat this test already. Form and pass mark stay as they are."))
        said = {"form_id": form_id, "pass_mark": laid_down or pass_mark, "set_by_name": actor.name[:120], "set_at": at}
        test, _is_new = SessionTest.objects.update_or_create(session=session, defaults=said)
        made = _make_codes(session)
    detail = {"form": form_id, "pass_mark": test.pass_mark, "codes": made}
    append("training.test.set", actor=actor, at=at, subject=session.pk, kind="session", detail=detail)
    return test


def _make_codes(session: Session) -> int:
    """A code for everybody who holds a seat and has none; says how many. As the house, which alone sees both."""
    have = CodeHolder.objects.filter(session=session).values("enrolment_id")
    without = list(Enrolment.objects.filter(session=session, seat=Seat.HELD).exclude(pk__in=have))
    taken = set(TestCode.objects.filter(session=session).values_list("code", flat=True))
    secrets.SystemRandom().shuffle(without)  # neither the order of codes nor of their making says whose they are
    for enrolment in without:
        code = next(one for one in iter(_new_code, "") if one not in taken)
        taken.add(code)
        made = TestCode.objects.create(session=session, code=code)
        CodeHolder.objects.create(session=session, code=made, enrolment=enrolment)
    return len(without)


def _new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _letter in range(LENGTH))


@transaction.atomic
def make_codes(*, session_id: UUID, actor: Actor, at: datetime) -> int:
    """Codes for those who came to the session later; says how many. Raises NotThere, NotSo."""
    session = session_of_codes(session_id, actor=actor)
    _open_test(session)
    with as_house(at):
        made = _make_codes(session)
    if not made:
        raise NotSo(_("Everybody who holds a seat has a code already."))
    append("training.codes.made", actor=actor, at=at, subject=session.pk, kind="session", detail={"codes": made})
    return made


def _open_test(session: Session) -> SessionTest:
    """The session's test, held until the act is done: no sheet comes in while it is being closed."""
    test = SessionTest.objects.select_for_update(of=("self",)).filter(session=session).first()
    if test is None:
        raise NotThere(str(session.pk))
    if test.closed_at is not None:
        raise NotSo(_("The tests of this session are closed."))
    return test


def taken(given: GivenAnswer) -> None:
    """A test was given or corrected: what is right in it goes by the key of its form. Raises NotThere, NotSo."""
    found = of_key(given.subject)
    if found is None or not types_in(given.actor, found[0].session_id):
        raise NotThere(given.subject)
    code, moment = found
    _open_test(code.session)
    if given.values.get("participant", code.code) != code.code:
        raise NotSo(_("The form names another code. Look at the sheet again; nothing was counted."))
    if given.values.get("when", moment) != moment:
        raise NotSo(_("The form says another time than was chosen, before or after. Nothing was counted."))
    version = InstrumentVersion.objects.defer("xform").get(pk=given.version_id)
    key = key_in(version.marks)
    said = {
        "session": code.session, "answer_id": given.id, "asked": list(key),
        "right": sorted(right_in(given.values, key)), "at": given.at,
    }  # fmt: skip
    other = Sitting.objects.filter(code=code, moment=moment).exclude(answer_id=given.id)
    if other.exists():
        raise NotSo(_("A test of this code was typed in already. Correct that one."))
    Sitting.objects.update_or_create(code=code, moment=moment, defaults=said)


@transaction.atomic
def close_test(*, session_id: UUID, actor: Actor, at: datetime) -> int:
    """From now on it stands with names who reached the mark, and no single test is opened any more.

    The marks themselves, in per cent rounded down, stand with the codes; one that was typed in by hand for somebody
    who sat the test gives way. Says how many got a mark: whoever sat the test afterwards. Raises NotThere, NotSo.
    """
    session = session_of_codes(session_id, actor=actor)
    test = _open_test(session)
    with as_house(at):
        found = marked_of(session.pk, test.pass_mark)
        after = {one.code: one.score for one in (*(pair.after for pair in found.pairs), *found.only_after)}
        if not after:
            raise NotSo(_("Nobody has sat the test afterwards. Type the tests in first."))
        holders = CodeHolder.objects.filter(session=session, code__code__in=after).select_related("code", "enrolment")
        marked = list(holders)
        for holder in marked:
            score, seat = after[holder.code.code], holder.enrolment
            holder.mark = score * 100 // found.most
            seat.mark, seat.has_passed = None, score >= found.pass_mark
        CodeHolder.objects.bulk_update(marked, ["mark"])
        Enrolment.objects.bulk_update([one.enrolment for one in marked], ["mark", "has_passed"])
        test.closed_at, test.closed_by_name = at, actor.name[:120]
        test.save(update_fields=["closed_at", "closed_by_name"])
    detail = {"marks": len(marked)}
    append("training.test.closed", actor=actor, at=at, subject=session.pk, kind="session", detail=detail)
    return len(marked)


__all__ = ["Moment", "close_test", "make_codes", "set_test", "taken"]
