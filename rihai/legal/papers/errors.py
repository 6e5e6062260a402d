"""What may be refused of papers and sharings."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchPaper(NotFound):
    """There is no such petition, pack, sharing or link, or the actor may not see it; the two are never told apart."""


class WhichMatter(Refused):
    """Several matters of the actor's are open for this person; one of them has to be chosen."""


class StillDraft(Refused):
    """A fact it stands on is not confirmed against a paper."""


class Closed(Refused):
    """It is filed, dropped, handed over or stopped: nothing more can be done with it."""


class NoBasis(Refused):
    """Nothing allows this person's data to go to this receiver: no consent that holds, and no ground named."""


class GuardedPerson(Refused):
    """Being known can kill this person: they stand on no paper without a named decision."""
