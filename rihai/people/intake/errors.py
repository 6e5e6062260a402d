"""What may be refused in taking in a census."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchCensus(NotFound):
    """There is no such census, or the actor may not see it; the two are never told apart."""


class FileKnown(Refused):
    """This very file was given before."""


class OlderList(Refused):
    """A newer list of that place has been taken in already."""


class WrongState(Refused):
    """The census is not at that step, or somebody was quicker."""


class Stale(Refused):
    """The people the census was compared with have changed since."""


class BuiltOn(Refused):
    """Somebody has worked on people of this census, so that it can no longer be undone whole."""
