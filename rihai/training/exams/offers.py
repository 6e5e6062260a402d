"""What tests offer the house: who may fill one in, who sees one that was filled in, and the words of their acts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.kit.actor import Actor
from rihai.kit.handling import FormHandler, FormSubject
from rihai.kit.offers import ActWords, Offer
from rihai.training.exams.forms_of_tests import HANDLER, FormsOfTests
from rihai.training.exams.models import Moment, SessionTest, Sitting, TestCode
from rihai.training.exams.operations import taken
from rihai.training.exams.queries import of_key
from rihai.training.exams.reach import sessions_whose_codes, types_in
from rihai.training.reach import told_sessions


def subject_of(actor: Actor, key: str) -> FormSubject | None:
    """A test under a code, for who types in and holds no names, as long as the tests are open."""
    found = of_key(key)
    if found is None or not types_in(actor, found[0].session_id):
        return None
    code, moment = found
    if not SessionTest.objects.filter(session=code.session_id, closed_at=None).exists():
        return None
    return FormSubject(
        name=_("%(code)s · %(when)s") % {"code": code.code, "when": Moment(moment).label},
        url=reverse("training:test", args=[code.session_id]), says=code.session.shown,
        prefilled={"participant": code.code, "when": moment},
    )  # fmt: skip


def _open_codes(actor: Actor, keys: Sequence[str]) -> Mapping[str, TestCode]:
    """The codes of these keys whose tests are open and typed in by the actor; in few queries, however many."""
    asked = {key: pk for key in keys if (pk := _code_in(key)) is not None}
    mine = told_sessions(actor).exclude(pk__in=sessions_whose_codes(actor).values("pk")).filter(test__closed_at=None)
    rows = TestCode.objects.filter(pk__in=set(asked.values()), session__in=mine.values("pk"))
    found = {one.pk: one for one in rows}
    phones = Sitting.objects.filter(code__in=found, by_phone=True).values_list("code_id", "moment")
    shut = {f"{pk}.{moment}" for pk, moment in phones}
    return {key: found[pk] for key, pk in asked.items() if pk in found and key not in shut}


def _code_in(key: str) -> UUID | None:
    pk, _dot, moment = key.partition(".")
    try:
        return UUID(pk) if moment in Moment.values else None
    except ValueError:
        return None


def may_see(actor: Actor, keys: Sequence[str]) -> Iterable[str]:
    """Tests that are open, for who types them in: afterwards marks stand with names, and nobody sees both.

    What came by a participant's own phone is opened by nobody.
    """
    return list(_open_codes(actor, keys))


def names(actor: Actor, keys: Sequence[str]) -> Mapping[str, str]:
    """What a test is called in lists: its code."""
    return {key: code.code for key, code in _open_codes(actor, keys).items()}


OFFERS: tuple[Offer, ...] = (
    FormHandler(
        name=HANDLER, title=gettext_lazy("Test of a training"), forms=FormsOfTests(), data_class="personal",
        subject=subject_of, may_see=may_see, taken=taken, names=names,
    ),
    ActWords(
        words={
            "training.test.set": gettext_lazy("laid the test of a session down"),
            "training.codes.made": gettext_lazy("made codes for a test"),
            "training.test.closed": gettext_lazy("closed the tests of a session"),
        }
    ),
)  # fmt: skip
