"""What is asked of tests: figures of all together, codes and how far they are, and whose they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.instruments.queries import form_of, published
from rihai.kit.actor import Actor
from rihai.training.exams.marking import Marked, Sat, marked
from rihai.training.exams.models import CodeHolder, Moment, SessionTest, Sitting, TestCode
from rihai.training.exams.reach import holds_codes, types_in

FEWEST_SHOWN = 5
"""Below so many people the figures are told to the session's own people alone: they would be one person's marks."""


@dataclass(frozen=True, slots=True)
class CodeSeen:
    """A code and which of its tests came in, for who types them in."""

    code: TestCode
    before: Sitting | None
    after: Sitting | None

    @property
    def gain(self) -> int | None:
        """How many more were right afterwards, of what both tests asked; None until both are in."""
        if self.before is None or self.after is None:
            return None
        asked = set(self.before.asked) & set(self.after.asked)
        return len(asked & set(self.after.right)) - len(asked & set(self.before.right))


def of_key(key: str) -> tuple[TestCode, str] | None:
    """The code and the moment that the key of a test names; None for no such."""
    pk, _dot, moment = key.partition(".")
    try:
        code_id = UUID(pk)
    except ValueError:
        return None
    if moment not in Moment.values:
        return None
    code = TestCode.objects.select_related("session__curriculum__course").filter(pk=code_id).first()
    return (code, moment) if code is not None else None


def key_of(code: TestCode, moment: str) -> str:
    """By which a test is filled in."""
    return f"{code.pk}.{moment}"


def marked_of(session_id: UUID, pass_per_cent: int) -> Marked:
    """The figures of a session; asked by the house, as who teaches sees no names and who keeps sees no answers.

    Where a form changed between two tests, only what both asked is compared.
    """
    with as_house():
        rows = list(Sitting.objects.filter(session=session_id).select_related("code").order_by("at", "pk"))
    return marked_rows(rows, pass_per_cent)


def marked_rows(rows: Iterable[Sitting], pass_per_cent: int) -> Marked:
    """The same, of rows that were read."""
    found = list(rows)
    items = list(found[0].asked) if found else []
    for row in found:
        items = [one for one in items if one in row.asked]
    sides: dict[str, list[Sat]] = defaultdict(list)
    for row in found:
        sides[row.moment].append(Sat(row.code.code, frozenset(row.right) & frozenset(items)))
    return marked(sides[Moment.BEFORE], sides[Moment.AFTER], items, pass_per_cent=pass_per_cent)


def codes_seen(session_id: UUID, *, actor: Actor) -> list[CodeSeen]:
    """The codes of a session with what was typed in, by code; nothing for who does not type them in."""
    if not types_in(actor, session_id):
        return []
    sat = {(one.code_id, one.moment): one for one in Sitting.objects.filter(session=session_id)}
    return [
        CodeSeen(one, sat.get((one.pk, Moment.BEFORE)), sat.get((one.pk, Moment.AFTER)))
        for one in TestCode.objects.filter(session=session_id)
    ]


def holders_of(session_id: UUID, *, actor: Actor) -> list[CodeHolder]:
    """Whose codes they are, by name; nothing for who does not hold them."""
    if not holds_codes(actor, session_id):
        return []
    rows = CodeHolder.objects.filter(session=session_id).select_related("code", "enrolment__trainee__rank")
    return list(rows.order_by("enrolment__trainee__full_name", "pk"))


def test_of(session_id: UUID) -> SessionTest | None:
    """The test that was laid down for a session."""
    return SessionTest.objects.filter(session=session_id).first()


def questions_of(form_id: str, language: str) -> dict[str, str]:
    """The questions of a form in words, by name, as it is published now."""
    version = published(form_id)
    if version is None:
        return {}
    found = {}
    for node in form_of(version.pk).by_path.values():
        said = node.label.get(language) or next(iter(node.label.values()), ())
        found[node.name] = "".join(part for part in said if isinstance(part, str)) or node.name
    return found
