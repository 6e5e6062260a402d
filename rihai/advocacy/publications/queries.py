"""Publications: in preparation for who keeps or signs, out for whoever reads here."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_at
from rihai.advocacy.errors import NotThere
from rihai.advocacy.publications.models import Publication, PublicationFile, PublicationState
from rihai.advocacy.scope import KEEP, READ, SIGN
from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile


def publications_for(actor: Actor, capability: str = READ) -> QuerySet[Publication]:
    """Those the actor may read, the newest first; before they are out, for who keeps or signs alone."""
    if not actor.may(capability):
        return Publication.objects.none()
    if actor.may(KEEP) or actor.may(SIGN):
        return Publication.objects.all()
    is_out = Q(embargo_at=None) | Q(embargo_at__lte=asked_at())
    return Publication.objects.filter(Q(state=PublicationState.SIGNED) & is_out)


def publication_for(pk: UUID, *, actor: Actor, capability: str = KEEP) -> Publication:
    """One of them, to be acted on. Raises NotThere."""
    found = publications_for(actor, capability).select_for_update().filter(pk=pk).first()
    if found is None:
        raise NotThere(_("There is no such publication."))
    return found


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """A file is read by whoever reads its publication."""
    mine = publications_for(actor).order_by().values("pk")
    return PublicationFile.objects.filter(file=stored, publication__in=mine).exists()
