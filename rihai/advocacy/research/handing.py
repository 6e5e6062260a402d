"""An extract leaves: by hand, or by a link that the researcher opens; measured by a known library first, and logged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.advocacy.errors import NotSo, NotThere
from rihai.advocacy.research.copies import digest_of, in_own_order
from rihai.advocacy.research.extract import known_risk
from rihai.advocacy.research.models import ResearchDownload, ResearchExtract, ResearchLink, ResearchRequest
from rihai.advocacy.research.operations import refuse_unless_open
from rihai.advocacy.research.queries import is_open
from rihai.advocacy.scope import RESEARCH
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.files.store import contents
from rihai.kit.links import Secrets
from rihai.kit.links import digest_of as digest_of_secret

KIND = "research"


@dataclass(frozen=True, slots=True)
class Handed:
    """A copy that left: what is written down of it, and its table."""

    download: ResearchDownload
    content: bytes


@dataclass(frozen=True, slots=True)
class Fetched:
    """What somebody with the address and the code gets: nothing, that the code was wrong, or the copy."""

    state: Literal["gone", "wrong", "open"]
    handed: Handed | None = None


def hand_over(*, extract_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Handed:
    """Take a copy out for the researcher (`receiver`), under the agreement they signed. Raises NotThere, NotSo."""
    measure_extract(extract_id=extract_id, actor=actor, at=at)
    with transaction.atomic():
        extract = _open_extract(extract_id, at=at, lock=True)
        return _leaves(extract, receiver=said["receiver"], by_name=actor.name[:120], actor=actor, at=at)


def measure_extract(*, extract_id: UUID, actor: Actor, at: datetime) -> ResearchExtract:
    """Have a known library measure an extract that was not measured so when it was made. Raises NotThere, NotSo."""
    if not actor.may(RESEARCH):
        raise NotThere(str(extract_id))
    extract = _open_extract(extract_id, at=at)
    if extract.outside or extract.file is None:
        return extract
    known = known_risk(contents(extract.file))
    with transaction.atomic():
        extract = _open_extract(extract_id, at=at, lock=True)
        extract.risk = {**extract.risk, "outside": known.plain()}
        extract.save(update_fields=["risk"])
        append("advocacy.research.measured", actor=actor, at=at, subject=extract.pk, kind=KIND)
    return extract


def make_link(*, extract_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Secrets:
    """A link by which the researcher fetches it themselves: receiver, days, most (times). Raises NotThere, NotSo."""
    measure_extract(extract_id=extract_id, actor=actor, at=at)
    with transaction.atomic():
        extract = _open_extract(extract_id, at=at, lock=True)
        link = ResearchLink(extract=extract, receiver=said["receiver"], most=said["most"])
        given = link.seal(days=said["days"], by_name=actor.name, at=at)
        link.save()
        _line("advocacy.research.link_made", link, at, actor)
    return given


@transaction.atomic
def close_link(*, link_id: UUID, actor: Actor, at: datetime) -> ResearchLink:
    """The link opens nothing from now on. Raises NotThere."""
    rows = ResearchLink.objects.select_related("extract").select_for_update(of=("self",))
    link = rows.filter(pk=link_id, closed_at=None).first()
    if link is None or not actor.may(RESEARCH):
        raise NotThere(str(link_id))
    link.close(because="hand", at=at)
    _line("advocacy.research.link_closed", link, at, actor)
    return link


@transaction.atomic
def fetch_by_link(*, secret: str, pin: str, at: datetime) -> Fetched:
    """A copy for who has the address and the code; the last one allowed closes the link.

    A link that is over looks as if it never was. Read by the house: whoever fetches is nobody who works here.
    """
    with as_house(at):
        found = live_link(secret, at=at)
        # The application is locked before the link, as where it is ended.
        extract = _still_open(found.extract_id, at) if found else None
        link = live_link(secret, at=at, lock=True)
        if link is None or extract is None:
            return Fetched("gone")
        if not link.opens_with(pin, at=at):
            _line("advocacy.research.link_refused", link, at)
            return Fetched("wrong")
        if link.looks >= link.most:
            link.close(because="fetched", at=at)
        return Fetched("open", _leaves(extract, receiver=link.receiver, by_name=link.made_by_name, link=link, at=at))


def _still_open(extract_id: UUID, at: datetime) -> ResearchExtract | None:
    """The extract, its application held; None where it ended in this instant."""
    try:
        return _open_extract(extract_id, at=at, lock=True)
    except (NotThere, NotSo):
        return None


def live_link(secret: str, *, at: datetime, lock: bool = False) -> ResearchLink | None:
    """The link of a secret that still opens something; None for any other. Read by the house: nobody is signed in."""
    rows = ResearchLink.objects.select_related("extract__request")
    if lock:
        rows = rows.select_for_update(of=("self",))
    live = rows.filter(digest=digest_of_secret(secret), closed_at=None, ends_at__gt=at).exclude(extract__file=None)
    with as_house(at):
        found = live.first()
        return found if found and is_open(found.extract.request, local_day(at)) else None


def _open_extract(extract_id: UUID, *, at: datetime, lock: bool = False) -> ResearchExtract:
    """An extract whose application holds today, and `lock`: nobody ends that meanwhile. Raises NotThere, NotSo."""
    key = ResearchExtract.objects.filter(pk=extract_id).values_list("request_id", flat=True).first()
    rows = ResearchRequest.objects.select_for_update(of=("self",)) if lock else ResearchRequest.objects
    found = rows.filter(pk=key).first() if key else None
    if found is None:
        raise NotThere(str(extract_id))
    refuse_unless_open(found, at)
    return ResearchExtract.objects.select_related("request", "file").get(pk=extract_id)


def _leaves(
    extract: ResearchExtract, *, receiver: str, by_name: str, at: datetime, actor: Actor | None = None,
    link: ResearchLink | None = None,
) -> Handed:  # fmt: skip
    """A copy with the next number, in an order of its own; the caller holds the application locked."""
    if extract.file is None:
        raise NotSo(_("The file of this extract was erased."))
    last = extract.downloads.aggregate(last=Max("number"))["last"] or 0
    made = ResearchDownload(
        extract=extract, number=last + 1, link=link, by_name=by_name, receiver=receiver,
        agreement=extract.request.agreement, at=at,
    )  # fmt: skip
    content = in_own_order(contents(extract.file), made.pk)
    made.digest = digest_of(content)
    made.save(force_insert=True)
    detail = {"request": extract.request_id, "rows": extract.rows, "copy": made.number}
    about = {**detail, "link": link.pk} if link else detail
    append("advocacy.research.handed_over", actor=actor, at=at, subject=extract.pk, kind=KIND, detail=about)
    return Handed(made, content)


def _line(act: str, link: ResearchLink, at: datetime, actor: Actor | None = None) -> None:
    append(act, actor=actor, at=at, subject=link.pk, kind=KIND, detail={"extract": link.extract_id})
