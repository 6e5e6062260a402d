"""What the acts of the room are called in the access log."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords

ACTS = ActWords(
    words={
        "people.absence.noted": _("noted a day at court or away"),
        "people.census.laid_aside": _("laid a census aside"),
        "people.census.read_again": _("asked for a census to be read again"),
        "people.census.rows_cleared": _("took the staged rows of old censuses away"),
        "people.census.taken_in": _("took a census in"),
        "people.census.taking_in_asked": _("asked for a census to be taken in"),
        "people.census.undoing_asked": _("asked for a census to be undone"),
        "people.census.undone": _("undid a census"),
        "people.census.uploaded": _("gave a census in"),
        "people.consent.given": _("wrote a consent down"),
        "people.consent.withdrawn": _("wrote down that a consent was taken back"),
        "people.difference.decided": _("decided where the prison says otherwise"),
        "people.end.taken_back": _("took back the end of a custody"),
        "people.facts.corrected": _("wrote facts of a person by hand"),
        "people.file.mended": _("asked for a prison’s own file with what to mend"),
        "people.headings.agreed": _("said what the headings of a list mean"),
        "people.link.decided": _("said of two persons that they are not, or perhaps, the same"),
        "people.match.decided": _("said who a row of a list is"),
        "people.person.admitted": _("recorded an admission"),
        "people.person.died": _("recorded a death"),
        "people.person.entered": _("entered a person"),
        "people.person.escaped": _("recorded an escape"),
        "people.person.released": _("recorded a release"),
        "people.person.transferred": _("recorded a transfer"),
        "people.persons.merged": _("joined two persons into one"),
        "people.persons.parted": _("parted two persons again"),
        "people.placement.changed": _("changed the barrack of a person"),
        "people.relationship.added": _("wrote down whom a person belongs to"),
        "people.relationship.ended": _("ended a tie of a person"),
        "people.relationship.safety_said": _("wrote down whether calling somebody is safe"),
    }
)
