"""The page of roles in the reference, from the one table (`docs/reference/roles.md`; a test holds it up to date)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import translation

from rihai.accounts.capabilities import CAPABILITIES
from rihai.accounts.roles import GIVEN, ROLES, Role, Where
from rihai.kit.classes import DataClass

_HEAD = """# Roles: who may do and see what

Generated from `rihai/accounts/roles.py`; do not edit. Write it anew: `.venv/bin/python -m tests.accounts.reference`.

*By place*: for the people held where the posting covers, or held there until not long ago. *By grant*: one by one,
opened and closed by an act (assignment, match, referral, break-glass). *In outline*: that there is a need and what to
do, no diagnosis, no account. Sealed matter never comes by place. How it is decided:
[need to know](../explanation/need-to-know.md).

| role | posted at | by place | by grant | in outline | second factor |
|---|---|---|---|---|---|
"""


def roles_page() -> str:
    """The whole page, in English."""
    with translation.override("en"):
        rows = "".join(_row(role) for role in ROLES.values())
        what = "".join(f"| `{key}` | {says} | {_holders(key)} |\n" for key, says in CAPABILITIES.items())
    return f"{_HEAD}{rows}\n## Capabilities\n\n| capability | lets | roles |\n|---|---|---|\n{what}"


def _row(role: Role) -> str:
    at = ", ".join(one.value for one in Where if one in role.where) if role.key in GIVEN else "never given"
    cells = (
        f"**{role.title}**: {role.says}",
        at,
        _classes(role.by_place),
        _classes(role.classes - role.by_place),
        _classes(role.outlines),
        "yes" if role.second_factor else "",
    )
    return f"| {' | '.join(cells)} |\n"


def _classes(classes: Iterable[DataClass]) -> str:
    return ", ".join(one.value for one in DataClass if one in classes)


def _holders(capability: str) -> str:
    return ", ".join(str(role.title) for role in ROLES.values() if capability in role.capabilities)
