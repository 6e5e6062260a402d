"""The packs of law that this office screens by, made ready for a day."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from django.conf import settings

from rihai.kit.once import once
from rihai.law.engine import ReadyPack, ReadyProvision
from rihai.law.load import load_pack, pack_folder
from rihai.law.provision import Pack, Provision
from rihai.offences import OffenceTable
from rihai.screening.trying.drafts import kept_folder
from rihai.screening.trying.models import KeptPack, LivePack

InForce = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Law:
    """Packs ready for one day. `ready` is asked; `digest` tells whether a text of the law has changed since."""

    on: date
    packs: tuple[Pack, ...]
    digest: str

    @cached_property
    def ready(self) -> list[ReadyPack]:
        """The packs made ready: about a second, once a day and process."""
        return [ReadyPack(pack, self.on) for pack in self.packs]

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        """Every provision by its id, in the order of packs and provisions."""
        return {one.id: one for pack in self.packs for one in pack.provisions}

    @cached_property
    def pack_of(self) -> dict[str, str]:
        """The id of the pack of each provision."""
        return {one.id: pack.id for pack in self.packs for one in pack.provisions}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The place of each provision in lists: what the law says shall be, then what may be, each in pack order."""
        words = {"shall": 0, "may": 1, "must_look": 2}
        ordered = sorted(self.provisions.values(), key=lambda one: words[one.effect.word])
        return {one.id: rank for rank, one in enumerate(ordered)}

    @cached_property
    def by_rank(self) -> list[Provision]:
        """The provisions as lists go through them."""
        return [self.provisions[name] for name in self.ranks]

    @cached_property
    def opening(self) -> frozenset[str]:
        """Ids of the provisions of release that say *shall*: those by which days lost are reckoned."""
        return frozenset(
            one.id for one in self.provisions.values() if one.kind == "release" and one.effect.word == "shall"
        )

    @cached_property
    def still_inside(self) -> frozenset[str]:
        """Ids of the provisions of the list *still inside although*."""
        return frozenset(one.id for one in self.provisions.values() if one.still_inside)

    def asked(self, provision_id: str) -> tuple[ReadyPack, ReadyProvision] | None:
        """A provision made ready, with its pack; None for one that no pack has any more."""
        return self._asked.get(provision_id)

    @cached_property
    def _asked(self) -> dict[str, tuple[ReadyPack, ReadyProvision]]:
        return {one.lowered.provision.id: (pack, one) for pack in self.ready for one in pack.provisions}

    def versions(self) -> list[dict[str, str]]:
        """What a run is written down with."""
        return [{"id": pack.id, "version": pack.version} for pack in self.packs]


def law_on(on: date) -> Law:
    """The law of this office on a day, each pack in the version in force. Raises PackInvalid where none loads."""
    return _law(tuple(settings.LAW), in_force(), on)


def law_with(pack: Pack, on: date) -> Law:
    """The law of this office on a day with another version of one of its packs."""
    packs = tuple(pack if one.id == pack.id else one for one in law_on(on).packs)
    return Law(on, packs, _digest(packs))


def offences() -> OffenceTable | None:
    """The offence table of the first pack that has one, for whoever reads sections."""
    packs = _packs(tuple(settings.LAW), in_force())
    return next((OffenceTable.read(pack.offences) for pack in packs if pack.offences), None)


def in_force() -> InForce:
    """The packs that are in force in another version than that of the settings: the id of each, and its digest."""
    return once("screening.in_force", lambda: tuple(LivePack.objects.order_by("pack").values_list("pack", "kept")))


@lru_cache(maxsize=4)
def _law(names: Sequence[str], in_force: InForce, on: date) -> Law:
    packs = _packs(names, in_force)
    return Law(on, packs, _digest(packs))


def _packs(names: Sequence[str], in_force: InForce) -> tuple[Pack, ...]:
    other = dict(in_force)
    packs = [load_pack(pack_folder(name)) for name in names]
    return tuple(kept_pack(other[pack.id]) if pack.id in other else pack for pack in packs)


def kept_pack(digest: str) -> Pack:
    """A version that was kept whole."""
    return load_pack(kept_folder(KeptPack.objects.get(pk=digest).files))


def _digest(packs: Sequence[Pack]) -> str:
    told = hashlib.sha256()
    for pack in packs:
        for path in sorted(pack.folder.rglob("*.yaml")):
            told.update(path.read_bytes())
        if pack.offences:
            told.update(pack.offences.read_bytes())
    return told.hexdigest()[:32]
