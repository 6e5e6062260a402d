"""The kinds of place, what may stand in what, and the few words that describe a prison or a court."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a place is."""

    COUNTRY = "country", _("country")
    PROVINCE = "province", _("province")
    DIVISION = "division", _("division")
    DISTRICT = "district", _("district")
    TEHSIL = "tehsil", _("tehsil")
    PRISON = "prison", _("prison")
    PRISON_UNIT = "prison_unit", _("part of a prison")
    COURT = "court", _("court")
    POLICE_STATION = "police_station", _("police station")
    LOCK_UP = "lock_up", _("police lock-up")
    SHELTER_HOME = "shelter_home", _("shelter home (darul aman)")
    PROBATION_OFFICE = "probation_office", _("probation office")
    PAROLE_OFFICE = "parole_office", _("parole office")
    PARTNER_BODY = "partner_body", _("partner body")


class PrisonType(models.TextChoices):
    """The types of prison in the published lists."""

    CENTRAL = "central", _("central prison")
    DISTRICT = "district", _("district prison")
    SUB_JAIL = "sub-jail", _("sub-jail")
    WOMEN = "women", _("women’s prison")
    JUVENILE = "juvenile", _("juvenile prison or borstal")
    HIGH_SECURITY = "high-security", _("high-security prison")
    SPECIAL = "special", _("special prison")
    OPEN = "open", _("open or agricultural prison")
    CAMP = "camp", _("camp or other")


class Holds(models.TextChoices):
    """For whom a prison is meant, where its name or its rules say so; empty: not known."""

    EVERYONE = "everyone", _("men and women")
    MEN = "men", _("men")
    WOMEN = "women", _("women")
    JUVENILES = "juveniles", _("under 18")


class CourtLevel(models.TextChoices):
    """The storeys of the courts, as `seed/court-sorts.csv` names them."""

    CONSTITUTIONAL = "constitutional", _("constitutional court")
    APEX = "apex", _("highest court")
    APEX_RELIGIOUS = "apex-religious", _("highest religious court")
    HIGH = "high", _("high court")
    BENCH = "bench", _("bench or registry")
    DISTRICT = "district", _("district court")
    SPECIAL = "special", _("special court")
    MILITARY = "military", _("military court")


AREAS = (Kind.COUNTRY, Kind.PROVINCE, Kind.DIVISION, Kind.DISTRICT, Kind.TEHSIL)
_ON_THE_GROUND = (Kind.DISTRICT, Kind.TEHSIL, Kind.DIVISION)
_OFFICES = (*_ON_THE_GROUND, Kind.PROVINCE, Kind.COUNTRY)

# The order is that of the form. A prison may stand in a division where its source does not say which district.
STANDS_IN: dict[Kind, tuple[Kind, ...]] = {
    Kind.COUNTRY: (),
    Kind.PROVINCE: (Kind.COUNTRY,),
    Kind.DIVISION: (Kind.PROVINCE,),
    Kind.DISTRICT: (Kind.DIVISION, Kind.PROVINCE),
    Kind.TEHSIL: (Kind.DISTRICT,),
    Kind.PRISON: _ON_THE_GROUND,
    Kind.PRISON_UNIT: (Kind.PRISON,),
    Kind.COURT: (*_OFFICES, Kind.COURT),
    Kind.POLICE_STATION: _ON_THE_GROUND,
    Kind.LOCK_UP: (Kind.POLICE_STATION, *_ON_THE_GROUND),
    Kind.SHELTER_HOME: _ON_THE_GROUND,
    Kind.PROBATION_OFFICE: _OFFICES,
    Kind.PAROLE_OFFICE: _OFFICES,
    Kind.PARTNER_BODY: _OFFICES,
}
# Where a person can be held; where one can be served, held or never held (a district is somebody's home).
HOLDING = (Kind.PRISON, Kind.PRISON_UNIT, Kind.LOCK_UP)
SERVED_AT = (
    *HOLDING,
    Kind.SHELTER_HOME,
    Kind.POLICE_STATION,
    Kind.COURT,
    Kind.PROBATION_OFFICE,
    Kind.PAROLE_OFFICE,
    Kind.PARTNER_BODY,
    Kind.DISTRICT,
    Kind.TEHSIL,
)
# What an office adds itself, from a form; the rest comes with the seed.
ADDED = (
    Kind.PRISON,
    Kind.PRISON_UNIT,
    Kind.COURT,
    Kind.POLICE_STATION,
    Kind.LOCK_UP,
    Kind.SHELTER_HOME,
    Kind.PROBATION_OFFICE,
    Kind.PAROLE_OFFICE,
    Kind.PARTNER_BODY,
    Kind.TEHSIL,
)
# Where we need somebody's leave to work.
NEEDS_LEAVE = (
    Kind.PROVINCE,
    Kind.DISTRICT,
    Kind.PRISON,
    Kind.COURT,
    Kind.POLICE_STATION,
    Kind.LOCK_UP,
    Kind.SHELTER_HOME,
    Kind.PROBATION_OFFICE,
    Kind.PAROLE_OFFICE,
    Kind.PARTNER_BODY,
)
