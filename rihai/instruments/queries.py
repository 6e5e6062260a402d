"""What is asked of forms and answers; of answers only those whose room says that the actor sees them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.timezone import localtime
from django.utils.translation import get_language

from rihai.accounts.operations.house import as_house
from rihai.instruments.form import Filled, Form, Question, read_form
from rihai.instruments.form.filled import Line, by_name, texts_of_values
from rihai.instruments.handling import handler_named, keys_seen
from rihai.instruments.models import Answer, Draft, Edition, Instrument, InstrumentVersion, VersionState
from rihai.instruments.scoring import Mark, Scoring, marks_in, scoring_from
from rihai.instruments.words import in_words
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass


@dataclass(frozen=True)
class AnswerRead:
    """An answer as it stands now, in the edition that is its newest, for somebody who sees it."""

    answer: Answer
    edition: Edition

    @property
    def pk(self) -> UUID:
        """The answer's id."""
        return self.answer.pk

    @property
    def version(self) -> InstrumentVersion:
        """The version of the form it was given in."""
        return self.answer.version

    @property
    def form_id(self) -> str:
        """The form's id."""
        return self.version.instrument.form_id

    @property
    def title(self) -> str:
        """The form's title in the reader's language."""
        return self.version.title

    @property
    def number(self) -> int:
        """Which edition it is: 1 as first given."""
        return self.answer.number

    @property
    def given_at(self) -> datetime:
        """When the newest edition was given."""
        return self.edition.given_at

    @property
    def given_by_name(self) -> str:
        """Who gave the newest edition."""
        return self.edition.author_name

    @cached_property
    def values(self) -> dict[str, Any]:
        """What was answered, by the names of the questions."""
        return by_name(self.edition.told)

    @cached_property
    def filled(self) -> Filled:
        """The form with the answers in it, in the reader's language."""
        return filled_of(self.edition)

    def labelled(self) -> list[tuple[str, str]]:
        """What was asked and what was answered, in the reader's language, in the order of the form."""
        return [(said.label, said.words) for said in answers_in(self.filled)]


@dataclass(frozen=True, slots=True)
class Said:
    """One question that was answered: its key, its words, the answer in words; `heading` where a group begins."""

    key: str
    label: str
    words: str
    heading: str = ""


def published(form_id: str) -> InstrumentVersion | None:
    """The version of a form in which it is filled in now; None where there is none, or the form is retired."""
    found = InstrumentVersion.objects.select_related("instrument")
    return found.filter(instrument__form_id=form_id, instrument__retired_at=None, state=VersionState.PUBLISHED).first()


def now_published(form_ids: Iterable[str]) -> dict[str, str]:
    """Of these forms those that are filled in now, with their titles in the reader's language."""
    found = (
        InstrumentVersion.objects.select_related("instrument")
        .defer("xform")
        .filter(instrument__form_id__in=list(form_ids), instrument__retired_at=None, state=VersionState.PUBLISHED)
    )
    return {one.instrument.form_id: one.title for one in found}


def instruments() -> list[Instrument]:
    """Every form with its versions, the newest first."""
    versions = InstrumentVersion.objects.defer("xform")
    return list(Instrument.objects.prefetch_related(Prefetch("versions", queryset=versions)))


def answers_of(person_id: UUID, form_id: str, *, actor: Actor) -> list[AnswerRead]:
    """The answers to a form about a person that the actor sees, the newest first; without a form, to every form."""
    asked = Q(person_id=person_id)
    if form_id:
        asked &= Q(version__instrument__form_id=form_id)
    return _read(_answers().filter(asked), actor)


def answers_about(handler: str, subject: str, form_id: str = "", *, actor: Actor) -> list[AnswerRead]:
    """The answers a room took about one of its subjects, the newest first; none where the actor does not see them."""
    asked = Q(handler=handler, subject=subject)
    if form_id:
        asked &= Q(version__instrument__form_id=form_id)
    offer = handler_named(handler)
    if offer is not None and not offer.of_person:
        if subject not in keys_seen(handler, [subject], actor=actor):
            return []
        with as_house():  # the room said yes: also where no person is named, of whom the wall could know
            return _with_editions(list(_answers().filter(asked)))
    return _read(_answers().filter(asked), actor)


def answers_given_by(actor: Actor, most: int) -> list[AnswerRead]:
    """The newest answers that the actor gave and still sees, at most so many; none that is sealed."""
    return _read(_answers().filter(author=actor.pk).exclude(data_class=DataClass.SEALED)[:most], actor)


def answer_seen(answer_id: UUID, *, actor: Actor) -> AnswerRead | None:
    """One answer; None for one the actor does not see, or that does not exist."""
    with as_house():
        found = _answers().filter(pk=answer_id).first()
        if found is None:
            return None
    if key_of(found) not in keys_seen(found.handler, [key_of(found)], actor=actor):
        return None
    with as_house():
        return _with_editions([found])[0]


def editions_of(answer: Answer) -> list[Edition]:
    """Every edition of an answer that was seen, the first first."""
    with as_house():
        return list(Edition.objects.filter(answer=answer).order_by("number"))


def drafts_of(actor: Actor) -> list[Draft]:
    """What the actor began and has not given, the newest first."""
    drafts = Draft.objects.filter(author=actor.pk).select_related("version__instrument").defer("version__xform")
    return list(drafts.order_by("-saved_at")[:50])


def my_draft(form_id: str, handler: str, subject: str, *, actor: Actor, answer: Answer | None = None) -> Draft | None:
    """What the actor began to write about this subject, or of this correction; None where there is nothing."""
    drafts = Draft.objects.filter(author=actor.pk).select_related("version__instrument")
    if answer is not None:
        return drafts.filter(answer=answer).first()
    return drafts.filter(instrument__form_id=form_id, handler=handler, subject=subject, answer=None).first()


def given_already(instance_id: str, *, actor: Actor) -> Edition | None:
    """What the actor gave under this id before: the page was sent twice, or from two windows."""
    with as_house():
        return Edition.objects.filter(instance_id=instance_id, author=actor.pk).first()


def texts_in(draft: Draft) -> dict[str, str]:
    """What stands in the fields of a draft."""
    found: dict[str, str] = json.loads(draft.texts or "{}")
    return found


def key_of(answer: Answer) -> str:
    """The key by which the room that took an answer says who sees it: its own, or the person's."""
    offer = handler_named(answer.handler)
    return str(answer.person_id) if offer is not None and offer.of_person else answer.subject


def filled_of(edition: Edition, language: str = "") -> Filled:
    """The form with what an edition says in it."""
    form = form_of(edition.version_id)
    now = localtime(edition.given_at).replace(tzinfo=None)
    return Filled(form, texts_of_values(edition.told), now=now, language=language or (get_language() or "en")[:2])


@lru_cache(maxsize=64)
def form_of(version_id: UUID) -> Form:
    """The form of a version, which never changes: read once a process."""
    return read_form(InstrumentVersion.objects.values_list("xform", flat=True).get(pk=version_id))


@lru_cache(maxsize=64)
def scoring_of(version_id: UUID) -> Scoring | None:
    """The scores that a version of a form declares; None where it declares none."""
    marks = InstrumentVersion.objects.values_list("marks", flat=True).get(pk=version_id)
    return scoring_from(form_of(version_id), marks)


def marks_of(read: AnswerRead) -> dict[str, Mark]:
    """How an answer marks each item of its form; empty where the form declares no scores."""
    scoring = scoring_of(read.edition.version_id)
    return marks_in(scoring, read.filled) if scoring is not None else {}


def answers_in(filled: Filled) -> list[Said]:
    """What was answered, line by line, each group's heading with the first of its answers."""
    said: list[Said] = []
    named: set[int] = set()
    for line in filled.every():
        question = line.question
        if not isinstance(question, Question) or not line.is_asked or not line.text:
            continue
        heading = " · ".join(_headings(filled, line, named))
        said.append(Said(line.key, filled.says(question.label, line) or question.name, in_words(filled, line), heading))
    return said


def _headings(filled: Filled, line: Line, named: set[int]) -> list[str]:
    found: list[str] = []
    around = line.around
    while around is not None:
        if id(around) not in named and not (around.lines and around.lines[0].round):
            named.add(id(around))
            words = filled.says(around.node.label, around)
            found.insert(0, f"{words} {around.round}" if around.round else words)
        around = around.around
    return [one for one in found if one]


def differences(before: Edition, after: Edition) -> list[tuple[str, str, str]]:
    """What an edition says otherwise than the one before it: the question, before, after, in words."""
    ours, theirs = answers_in(filled_of(before)), answers_in(filled_of(after))
    was, now = {one.key: one for one in ours}, {one.key: one for one in theirs}
    keys = [*was, *(key for key in now if key not in was)]
    return [
        ((now.get(key) or was[key]).label, was[key].words if key in was else "", now[key].words if key in now else "")
        for key in keys
        if (was[key].words if key in was else "") != (now[key].words if key in now else "")
    ]


def _answers() -> QuerySet[Answer]:
    found = Answer.objects.select_related("version__instrument").defer("version__xform")
    return found.order_by("-given_at", "-id")


def _read(answers: Iterable[Answer], actor: Actor) -> list[AnswerRead]:
    found = list(answers)
    by_handler: dict[str, list[str]] = {}
    for one in found:
        by_handler.setdefault(one.handler, []).append(key_of(one))
    seen = {handler: keys_seen(handler, list(dict.fromkeys(keys)), actor=actor) for handler, keys in by_handler.items()}
    return _with_editions([one for one in found if key_of(one) in seen[one.handler]])


def _with_editions(answers: Sequence[Answer]) -> list[AnswerRead]:
    newest: dict[UUID, Edition] = {}
    rows = Edition.objects.filter(answer__in=[one.pk for one in answers])
    for one in rows.order_by("number"):
        newest[one.answer_id] = one
    return [AnswerRead(one, newest[one.pk]) for one in answers if one.pk in newest]


def version_of(version_id: UUID) -> InstrumentVersion | None:
    """One version of a form, whatever its state."""
    return InstrumentVersion.objects.select_related("instrument", "workbook").filter(pk=version_id).first()
