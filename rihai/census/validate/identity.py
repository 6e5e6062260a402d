"""Whether sex, relation and identity number agree: a CNIC ends odd for men and even for women (NADRA)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rihai.census.problems import problem
from rihai.facts import Problem

_SEX_OF_RELATION = {"son_of": "male", "daughter_of": "female", "wife_of": "female", "widow_of": "female"}


def contradictions(person: Mapping[str, Any]) -> Iterator[Problem]:
    """One sign against the sex is worth a look; two signs against it, and the row cannot stand.

    A transgender person's card and relation say nothing about the sex.
    """
    sex = person.get("sex")
    if sex not in {"female", "male"}:
        return
    relation = _SEX_OF_RELATION.get(person.get("relation_to_named", ""))
    cnic = person.get("cnic")
    number = None if not isinstance(cnic, str) or len(cnic) != 13 else ("female", "male")[int(cnic[-1]) % 2]
    against_relation = relation is not None and relation != sex
    against_number = number is not None and number != sex
    if against_relation and against_number:
        yield problem("sex_contradicted", "sex", sex)
    elif against_relation:
        yield problem("sex_against_relation", "sex", sex)
    elif against_number:
        yield problem("sex_against_identity", "sex", sex)
