"""A version of a plan as titled passages of plain text, so that two of them can be laid beside each other."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rihai.preparedness.differences import Piece, is_changed, pieces
from rihai.preparedness.plans.models import EntrySort, PlanVersion
from rihai.preparedness.posts.models import PostOf

Passage = tuple[str, str]


def passages(edition: PlanVersion) -> list[Passage]:
    """What it says, in the active language; five queries at most."""
    entries = list(edition.entries.all())
    return [
        (_("What sets it off"), edition.triggers_shown),
        (_("Which post does what"), "\n".join(_role(*one) for one in _roles(edition))),
        (_("The steps"), "\n".join(_steps(edition))),
        (_("Ways out"), edition.evacuation_shown),
        (_("Those who need help"), edition.vulnerable_shown),
        *(
            (str(sort.label).capitalize(), "\n".join(
                ", ".join(part for part in (one.shown, one.phone, one.more) if part)
                for one in entries
                if one.sort == sort
            ))
            for sort in EntrySort
        ),
    ]  # fmt: skip


def _roles(edition: PlanVersion) -> list[tuple[str, str, str]]:
    return [(one.post, one.deputy, one.shown) for one in edition.roles.all()]


def _role(post: str, deputy: str, duty: str) -> str:
    return f"{PostOf(post).label} ({PostOf(deputy).label if deputy else '–'}): {duty}"


def _steps(edition: PlanVersion) -> list[str]:
    found = []
    for number, one in enumerate(edition.steps.all(), 1):
        who = str(PostOf(one.post).label) if one.post else "–"
        within = _("within %(n)s min") % {"n": one.minutes} if one.minutes is not None else ""
        found.append(f"{number}. {one.shown} ({', '.join(part for part in (who, within) if part)})")
    return found


def compared(before: PlanVersion, now: PlanVersion) -> list[tuple[str, list[Piece]]]:
    """The passages that changed, each as its pieces."""
    both = zip(passages(before), passages(now), strict=True)
    found = [(title, pieces(old, new)) for (title, old), (_title, new) in both]
    return [(title, changed) for title, changed in found if is_changed(changed)]
