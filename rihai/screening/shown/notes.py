"""What lawyers said of the provisions on a page: reviewed by whom and when, and objections that are not settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rihai.kit.offers import LawNote, ProvisionNote, offered
from rihai.screening.law.packs import Law

Notes = Mapping[str, tuple[LawNote, ...]]


def notes_on(provisions: Iterable[str], law: Law) -> Notes:
    """The notes of each provision, objections first; one question for each offer and pack."""
    by_pack: dict[str, list[str]] = {}
    for name in dict.fromkeys(provisions):
        if name in law.pack_of:
            by_pack.setdefault(law.pack_of[name], []).append(name)
    found: dict[str, tuple[LawNote, ...]] = {}
    for offer in offered(ProvisionNote):
        for pack, names in by_pack.items():
            for name, notes in offer.notes(pack, names).items():
                found[name] = _ordered((*found.get(name, ()), *notes))
    return found


def is_reviewed(provision: str, law: Law, notes: Sequence[LawNote]) -> bool:
    """Whether a lawyer signed the provision, in the pack or in the site, and none objects to it."""
    if any(note.kind == "objection" for note in notes):
        return False
    one = law.provisions.get(provision)
    return any(note.kind == "reviewed" for note in notes) or (one is not None and one.reviewed)


def _ordered(notes: Iterable[LawNote]) -> tuple[LawNote, ...]:
    return tuple(sorted(notes, key=lambda note: note.kind != "objection"))
