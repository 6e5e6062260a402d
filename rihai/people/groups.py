"""The groups in which the people of a prison can be drawn for a sample: by sex, by legal status, by both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.handling import Strata
from rihai.people.models.person import LegalStatus, Sex
from rihai.people.queries.people import people_for

_WORDS = {**dict(Sex.choices), **dict(LegalStatus.choices), "": _("not known")}


def _by(*columns: str) -> Callable[[Actor, Sequence[UUID]], Mapping[UUID, str]]:
    """Groups by these columns of the record; more than one stand in a code with a plus between."""

    def of(actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, str]:
        found = people_for(actor).filter(pk__in=ids).values_list("pk", *columns)
        return {pk: "+".join(codes) for pk, *codes in found}

    return of


def words(code: str) -> str:
    """What a group is called."""
    return ", ".join(str(_WORDS.get(one, one)) for one in code.split("+"))


STRATA = (
    Strata(name="sex", title=_("women, men and transgender people apart"), of=_by("sex"), words=words),
    Strata(name="status", title=_("each legal status apart"), of=_by("legal_status"), words=words),
    Strata(name="sex_status", title=_("sex and legal status together"), of=_by("sex", "legal_status"), words=words),
)
