"""The API: the rooms' operations under one address, their errors in one shape, and the list of all of them.

It is made of the same questions and acts as the pages, so that need-to-know, walls and trail are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from rihai.errors import NotAllowed, NotFound, Refused, RihaiError, Unreadable
from rihai.kit.api import Closed, FieldsWrong, Problem
from rihai.kit.gate import by_key
from rihai.kit.scopes import API, USE
from rihai.people.api import router as people
from rihai.people.intake.api import router as intake
from rihai.places.api import router as places
from rihai.screening.api import router as screening
from rihai.web.problems import problem

ABOUT = """\
Reads people, findings and places, and takes in the lists of prisons, as the owner of the key may on the pages of the \
site: the same need-to-know, the same trail. Days are written 2026-11-26 and are the office's; texts come in the \
language of Accept-Language (en, ur). Lists come a page at a time: send the next of an answer as after.
"""
STATUSES: tuple[tuple[type[RihaiError], int], ...] = ((NotFound, 404), (Refused, 409), (Unreadable, 400))

api = NinjaAPI(
    title="Rihai", version="1", description=ABOUT, urls_namespace="api", openapi_url=None, docs_url=None, auth=Closed()
)
for _prefix, _router in (("people", people), ("findings", screening), ("places", places), ("censuses", intake)):
    api.add_router(f"/{_prefix}/", _router)


@api.exception_handler(RihaiError)
def _ours(_request: HttpRequest, error: RihaiError) -> HttpResponse:
    """An error of the family, with its sentence; what may not be seen is answered as if there were nothing."""
    if isinstance(error, NotAllowed):
        return problem(403, str(error)) if getattr(error, "shown", False) else problem(404)
    return problem(next((status for kind, status in STATUSES if isinstance(error, kind)), 400), str(error))


@api.exception_handler(FieldsWrong)
def _wrong_fields(_request: HttpRequest, error: FieldsWrong) -> HttpResponse:
    return problem(422, errors=[{"field": name, "says": says} for name, says in error.errors])


@api.exception_handler(Http404)
def _nothing(_request: HttpRequest, _error: Http404) -> HttpResponse:
    return problem(404)


@api.exception_handler(HttpError)
def _http(_request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code)


@api.exception_handler(ValidationError)
def _unfit(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Each field with what is wrong with it; never what was sent, which may be a name."""
    return problem(422, errors=[{"field": _field(one), "says": _wrong(one)} for one in error.errors[:20]])


@api.exception_handler(Exception)
def _ours_to_mend(_request: HttpRequest, error: Exception) -> HttpResponse:
    """A bug stays one: it is logged, and answered with 500."""
    raise error


def declared() -> list[URLPattern]:
    """The addresses of the operations, each open to keys alone."""
    patterns = [one for one in api.urls[0] if isinstance(one, URLPattern) and one.name != "api-root"]
    for one in patterns:
        by_key(USE)(one.callback)
    return patterns


def schema() -> dict[str, Any]:
    """The OpenAPI schema of every operation, each with the refusals all of them share."""
    made: dict[str, Any] = api.get_openapi_schema(path_prefix=API)
    made["components"]["schemas"]["Problem"] = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    made["components"]["schemas"] |= made["components"]["schemas"]["Problem"].pop("$defs", {})
    refused = {"content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    for methods in made["paths"].values():
        for operation in methods.values():
            for status, says in REFUSALS:
                operation["responses"].setdefault(status, {"description": says, **refused})
    return made


REFUSALS = (
    ("401", "No key came, or one that opens nothing."),
    ("403", "The key was not made for this."),
    ("404", "There is no such thing, or it may not be seen."),
    ("422", "A field is not as it must be."),
    ("429", "Too many requests with this key."),
)


OF_ID = "Its id, as it stands in a list."


@dataclass(frozen=True, slots=True)
class Listed:
    """One operation, as the page and the reference show it."""

    method: str
    path: str
    summary: str
    says: str
    scope: str
    takes: tuple[tuple[str, str, bool], ...]
    gives: str


def operations() -> list[tuple[str, list[Listed]]]:
    """Every operation under the thing it is about."""
    made, found = schema(), dict[str, list[Listed]]()
    for path, methods in made["paths"].items():
        for method, one in methods.items():
            found.setdefault(one["tags"][0], []).append(_listed(made, method, path, one))
    return list(found.items())


def _listed(made: dict[str, Any], method: str, path: str, one: dict[str, Any]) -> Listed:
    takes = [
        (each["name"], each.get("description", OF_ID), bool(each.get("required"))) for each in one.get("parameters", ())
    ]
    for body in one.get("requestBody", {}).get("content", {}).values():
        shape = _resolved(made, body["schema"])
        needed = shape.get("required", ())
        takes += [(name, each.get("description", ""), name in needed) for name, each in shape["properties"].items()]
    good = next(status for status in one["responses"] if str(status).startswith("2"))
    content: Iterable[dict[str, Any]] = one["responses"][good].get("content", {}).values()
    gives = ", ".join(each["schema"].get("$ref", "").rpartition("/")[2] for each in content)
    return Listed(method.upper(), path, one["summary"], one.get("description", ""), one["x-scope"], tuple(takes), gives)


def _resolved(made: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    name = shape.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = made["components"]["schemas"][name] if name else shape
    return found


def _field(one: dict[str, Any]) -> str:
    """The last name of where it stands: ("query", "place")."""
    return str(next((part for part in reversed(one.get("loc", ())) if isinstance(part, str)), ""))


def _wrong(one: dict[str, Any]) -> str:
    kind = str(one.get("type", ""))
    if kind == "missing":
        return _("It is missing.")
    if kind in {"enum", "literal_error"}:
        return _("Choose one of the values that the list of addresses names.")
    if kind.startswith(("int", "greater", "less")):
        return _("Write a whole number, as it stands in an answer of ours.")
    if kind.startswith("uuid"):
        return _("Write an id as it stands in an answer of ours.")
    if kind.startswith("date"):
        return _("Write a day as 2026-11-26.")
    if kind.startswith("bool"):
        return _("Write true or false.")
    return _("This is too long, or holds what cannot be read.")
