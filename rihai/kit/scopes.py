"""What a key to the API can be made for: each scope, the capability its owner needs, and the sentence that says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

API = "/api/v1/"
"""Every address below it is asked with a key, and with nothing else."""
USE = "api.use"
"""The capability of whoever makes keys; without it today a key opens nothing."""


@dataclass(frozen=True, slots=True)
class Scope:
    """One thing a key may do. `capability` empty: whoever may make keys may do it."""

    name: str
    says: Any
    capability: str = ""


SCOPES = {
    one.name: one
    for one in (
        Scope("people.read", _("read people: who, where, since when, and the facts with their sources"), "people.see"),
        Scope("findings.read", _("read findings: who could go and why, who is still inside although"), "people.see"),
        Scope("places.read", _("read places and their figures")),
        Scope("census.send", _("send the list of a prison, and read how far it is"), "people.link"),
    )
}
