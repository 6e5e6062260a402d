"""Which forms go onto a phone: those that are filled in now, that some room takes, and that are not sealed."""

from __future__ import annotations

from uuid import UUID

from rihai.instruments.models import InstrumentVersion, VersionState
from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler
from rihai.kit.offers import offered


def forms_for(*, form_id: str = "") -> list[InstrumentVersion]:
    """The versions that are filled in on phones now, by the forms' ids."""
    found = InstrumentVersion.objects.select_related("instrument").defer("xform").prefetch_related("files")
    ids = {form_id} & _ids() if form_id else _ids()
    now = found.filter(instrument__form_id__in=ids, instrument__retired_at=None, state=VersionState.PUBLISHED)
    return list(now.order_by("instrument__form_id"))


def may_fetch(version_id: UUID) -> InstrumentVersion | None:
    """A version, also a former one of which a phone still holds an answer; None for others."""
    found = InstrumentVersion.objects.select_related("instrument").defer("xform")
    version = found.filter(pk=version_id).exclude(state=VersionState.DRAFT).first()
    return version if version is not None and version.instrument.form_id in _ids() else None


def _ids() -> set[str]:
    """About whom somebody may fill them in is asked when an answer comes; blanks are nobody's secret."""
    return {form for one in offered(FormHandler) if one.data_class != DataClass.SEALED for form in one.forms}
