"""The page of the API in the reference, from its schema (`docs/reference/api.md`; a test holds it up to date)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils import translation

from rihai.kit.scopes import SCOPES
from rihai.web.api import Listed, operations, schema
from rihai.web.problems import SAYS

_HEAD = """# The API: its addresses

Generated from the schema; do not edit. Write it anew: `.venv/bin/python -m tests.web.reference`. How to use it:
[use the API](../how-to/use-the-api.md). The schema itself is at `/api/v1/openapi.json` of every site.

Every request carries a key, `Authorization: Bearer rihai_…`. Rows come a hundred at a time; `next` of an answer is sent
as `after`. Texts come in the language of `Accept-Language` (en, ur).

## What a key can be made for

| scope | lets | its owner needs |
|---|---|---|
"""


def api_page() -> str:
    """The whole page, in English."""
    with translation.override("en"):
        scopes = "".join(f"| `{one.name}` | {one.says} | {_code(one.capability)} |\n" for one in SCOPES.values())
        groups = "".join(_group(name, rows) for name, rows in operations())
        shapes = "".join(_shape(name, one) for name, one in sorted(schema()["components"]["schemas"].items()))
        refusals = "".join(f"| {status} | {says} |\n" for status, says in SAYS.items())
    return (
        f"{_HEAD}{scopes}{groups}\n## Refusals\n\nOne shape, `Problem` (`application/problem+json`): `detail` is a"
        f" sentence, `errors` names fields.\n\n| status | says, unless there is more to say |\n|---|---|\n{refusals}"
        f"\n## Shapes\n{shapes}"
    )


def _group(name: str, rows: Iterable[Listed]) -> str:
    return f"\n## {name.capitalize()}\n" + "".join(_operation(one) for one in rows)


def _operation(one: Listed) -> str:
    takes = "".join(
        f"- `{name}`{' (must be sent)' if need else ''}: {says}".rstrip(": ") + "\n" for name, says, need in one.takes
    )
    said = one.says.replace("\n", " ")
    return f"\n### {one.summary}\n\n`{one.method} {one.path}` · `{one.scope}` · gives `{one.gives}`\n\n{said}\n" + (
        f"\n{takes}" if takes else ""
    )


def _shape(name: str, one: dict[str, Any]) -> str:
    if "enum" in one:
        return f"\n### {name}\n\n{', '.join(f'`{value}`' for value in one['enum'])}\n"
    if "properties" not in one or name == "FormParams":
        return ""
    rows = "".join(
        f"| `{field}` | {_type(each)} | {each.get('description', '')} |\n" for field, each in one["properties"].items()
    )
    return f"\n### {name}\n\n{one.get('description', '')}\n\n| field | holds | |\n|---|---|---|\n{rows}"


def _type(each: dict[str, Any]) -> str:
    if "$ref" in each:
        return f"`{each['$ref'].rpartition('/')[2]}`"
    if "anyOf" in each:
        return " or ".join(_type(one) for one in each["anyOf"])
    if each.get("type") == "array":
        return f"list of {_type(each.get('items', {}))}"
    return str(each.get("format") or each.get("type") or "any value")


def _code(text: str) -> str:
    return f"`{text}`" if text else "`api.use`"
