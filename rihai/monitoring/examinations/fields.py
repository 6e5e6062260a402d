"""Which fields each protocol has, and who may fill them in.

A trained monitor describes what is seen and told, without interpretation. History, psychological findings, tests and
any opinion are a clinician's (Istanbul Protocol 2022); the fields of a death a forensic doctor's (Minnesota Protocol).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.monitoring.examinations.models import Protocol, Skill

SEEN: Mapping[str, Any] = {
    "present": _("Who was present"),
    "restrained": _("Restrained or guarded meanwhile: how, by whom, why"),
    "told": _("What they tell, in their own words"),
    "complaints": _("Pain, sleep, fear, as they say it"),
    "care": _("Medical care asked for, and received"),
}
CLINICAL: Mapping[str, Any] = {
    **SEEN,
    "history": _("Medical history, before and since"),
    "body": _("Findings on the body, by system"),
    "mind": _("Psychological findings"),
    "tests": _("Tests and photographs: what, by whom, with a scale"),
    "opinion": _("Opinion on the whole: how far account and findings agree, and why"),
    "advice": _("Treatment and further examination advised"),
}
DEATH: Mapping[str, Any] = {
    "identified": _("How the dead person was identified"),
    "scene": _("The scene: as found, what was moved, by whom"),
    "clothing": _("Clothing and objects"),
    "time": _("Time of death, and on what it rests"),
    "outside": _("The body from outside"),
    "inside": _("Internal examination: by whom, where, complete or not"),
    "xray": _("X-rays before it was opened"),
    "samples": _("Samples: what, where kept, chain of custody"),
    "cause": _("Cause of death"),
    "manner": _("Manner of death, or why it cannot be said"),
    "independent": _("Whether the examination was independent, and who attended for the family"),
}
FIELDS: Mapping[str, Mapping[str, Any]] = {
    Protocol.MONITOR: SEEN, Protocol.ISTANBUL: CLINICAL, Protocol.MINNESOTA: DEATH,
}  # fmt: skip
NEEDS: Mapping[str, str] = {Protocol.ISTANBUL: Skill.CLINICIAN, Protocol.MINNESOTA: Skill.FORENSIC}
"""What one has to be qualified for; nothing for what a monitor writes."""
LEAST: Mapping[str, str] = {Protocol.MONITOR: "told", Protocol.ISTANBUL: "opinion", Protocol.MINNESOTA: "identified"}
"""The field without which an examination says nothing."""
