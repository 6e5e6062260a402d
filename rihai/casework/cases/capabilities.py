"""Which capability keeps a case of each class, and which lets one read it; sight of the person comes on top."""

from __future__ import annotations

from rihai.kit.actor import Actor
from rihai.kit.classes import OF_PEOPLE, DataClass

KEEP, SUPERVISE, HEALTH, SURVIVORS, MATCH = (
    "casework.keep", "casework.supervise", "casework.health", "casework.survivors", "casework.match",
)  # fmt: skip
BRING = "casework.bring"
"""Lets one bring somebody's need to casework, without working in cases."""
KEEPERS: dict[str, str] = {DataClass.PERSONAL: KEEP, DataClass.HEALTH: HEALTH, DataClass.SEALED: SURVIVORS}
"""Who works in a case: a case of addiction is a health worker's, a survivor's case her counsellor's."""
READERS: dict[str, frozenset[str]] = {
    DataClass.PERSONAL: frozenset({KEEP, HEALTH, SURVIVORS, MATCH}),
    DataClass.HEALTH: frozenset({HEALTH}),
    DataClass.LEGAL: frozenset(),
    DataClass.SEALED: frozenset({SURVIVORS}),
}


def may_keep(actor: Actor, data_class: str) -> bool:
    """Whether the actor's roles let them work in cases of this class."""
    return data_class in KEEPERS and actor.may(KEEPERS[data_class])


def kept_by(actor: Actor) -> list[str]:
    """The classes of cases the actor may work in."""
    return [one for one in OF_PEOPLE if may_keep(actor, one)]


def read_by(actor: Actor) -> list[str]:
    """The classes of cases the actor may read, where they see the person."""
    return [one for one in OF_PEOPLE if any(actor.may(capability) for capability in READERS[one])]


def opened_by(actor: Actor) -> bool:
    """Whether there is a class of cases that the actor opens; what is sealed is never opened as a case."""
    return any(one != DataClass.SEALED for one in kept_by(actor))
