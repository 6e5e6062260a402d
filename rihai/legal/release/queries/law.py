"""What lawyers said of the provisions, and the list of all provisions with their state."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.kit.offers import LawNote
from rihai.kit.templatetags.kit import day as day_text
from rihai.legal.release.models import ProvisionWord, WordKind
from rihai.people.shown.values import apart
from rihai.screening.law.packs import law_on
from rihai.screening.shown.rows import cite_text, language, operative


@dataclass(frozen=True, slots=True)
class ProvisionText:
    """A provision's text as it stands: the version of its pack, and by what its text is told from an earlier one."""

    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a provision stands with the lawyers: reviews of its text as it is, open objections, and the history."""

    reviews: tuple[ProvisionWord, ...] = ()
    objections: tuple[ProvisionWord, ...] = ()
    earlier: tuple[ProvisionWord, ...] = ()
    in_pack: str = ""

    @property
    def is_reviewed(self) -> bool:
        """Whether a lawyer signed the text as it stands, and none objects."""
        return bool(self.reviews or self.in_pack) and not self.objections

    @property
    def lawyers(self) -> int:
        """How many lawyers signed the text as it stands."""
        return len({one.said_by for one in self.reviews}) + bool(self.in_pack)


@dataclass(frozen=True, slots=True)
class Shown:
    """A provision as the list of the law shows it, in the reader's language."""

    pack: str
    id: str
    title: str
    says: str
    cite: str
    urls: tuple[str, ...]
    word: str
    confidence: str
    issues: tuple[str, ...]
    reference: str
    standing: Standing = field(default_factory=Standing)


def provision_text(pack: str, provision: str, *, on: date) -> ProvisionText | None:
    """The text of a provision of a day's law; None where no pack has it."""
    law = law_on(on)
    found = next((one for one in law.packs if one.id == pack), None)
    if found is None or law.pack_of.get(provision) != pack:
        return None
    path = found.folder / "provisions" / f"{provision}.yaml"
    told = hashlib.sha256(path.read_bytes()).hexdigest()[:32] if path.is_file() else ""
    return ProvisionText(found.version, told)


def standing_of(pack: str, provisions: Sequence[str], *, on: date) -> Mapping[str, Standing]:
    """How provisions of a pack stand with the lawyers, in one query; each of them has an answer.

    What was said of an earlier text of the provision counts no more as a review; an objection stands until settled.
    """
    words: dict[str, list[ProvisionWord]] = {name: [] for name in provisions}
    for word in ProvisionWord.objects.filter(pack=pack, provision__in=list(provisions)):
        words[word.provision].append(word)
    law = law_on(on)
    return {name: _standing(found, pack, name, law.provisions.get(name), on) for name, found in words.items()}


def _standing(words: Sequence[ProvisionWord], pack: str, name: str, provision: Any, on: date) -> Standing:
    text = provision_text(pack, name, on=on) if words else None
    digest = text.digest if text else ""
    reviews = tuple(one for one in words if one.kind == WordKind.REVIEWED and one.digest == digest)
    objections = tuple(one for one in words if one.kind == WordKind.OBJECTION and one.settled_at is None)
    earlier = tuple(one for one in words if one not in reviews and one not in objections)
    return Standing(reviews, objections, earlier, str((provision and provision.reviewed_by) or ""))


def all_provisions(*, on: date) -> list[Shown]:
    """Every provision of this office's law with its state, in the order of the packs; one query a pack."""
    found: list[Shown] = []
    for pack in law_on(on).packs:
        standing = standing_of(pack.id, [one.id for one in pack.provisions], on=on)
        found += [_shown(pack.id, one, standing[one.id]) for one in pack.provisions]
    return found


def provision_shown(pack: str, provision: str, *, on: date) -> Shown | None:
    """One provision with its state; None where no pack has it."""
    law = law_on(on)
    one = law.provisions.get(provision)
    if one is None or law.pack_of.get(provision) != pack:
        return None
    return _shown(pack, one, standing_of(pack, [provision], on=on)[provision])


def _shown(pack: str, one: Any, standing: Standing) -> Shown:
    """The plain values of a provision, whose own type is known to screening alone."""
    said = language()
    return Shown(
        pack=pack, id=one.id, title=one.title.of(said), says=one.says.of(said), cite=cite_text(one), urls=one.cite.urls,
        word=operative(one), confidence=one.cite.confidence, issues=tuple(issue.of(said) for issue in one.open_issues),
        reference=one.versions[-1].reference, standing=standing,
    )  # fmt: skip


def objection_open(word_id: UUID) -> ProvisionWord | None:
    """An objection that nobody has settled."""
    return ProvisionWord.objects.filter(pk=word_id, kind=WordKind.OBJECTION, settled_at=None).first()


def notes_of(pack: str, provisions: Sequence[str]) -> Mapping[str, Sequence[LawNote]]:
    """What lawyers said of provisions, for whoever shows what the law says: objections first, then who signed."""
    found: dict[str, Sequence[LawNote]] = {}
    for name, standing in standing_of(pack, provisions, on=asked_day()).items():
        url = reverse("legal:provision", args=[pack, name])
        notes = [_objected(one, url) for one in standing.objections] + [_signed(one, url) for one in standing.reviews]
        if notes:
            found[name] = notes
    return found


def _objected(word: ProvisionWord, url: str) -> LawNote:
    says = _("Objection by %(who)s, %(day)s: %(why)s") % {
        "who": apart(word.said_by_name), "day": day_text(word.on), "why": apart(word.note),
    }  # fmt: skip
    return LawNote(kind="objection", says=says, url=url)


def _signed(word: ProvisionWord, url: str) -> LawNote:
    says = _("Reviewed by %(who)s, %(day)s") % {"who": apart(word.said_by_name), "day": day_text(word.on)}
    return LawNote(kind="reviewed", says=f"{says}: {apart(word.note)}" if word.note else says, url=url)
