"""What two people ask of a story before each use: whether somebody who half knows her could tell that it is she.

Recognition comes from pieces laid together, each of which seems to tell nothing: whoever answers thinks of her
neighbours, of the prison, of those who harmed her, and of what newspapers and our own figures say already.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

QUESTIONS: dict[str, Any] = {
    "name": _("No name, number or nickname of hers stands in it, nor in the names of files."),
    "place": _("No prison, village, court, school or employer stands in it by which only few people could be meant."),
    "day": _("No exact day, age, length or sum stands in it; they are rounded or left out."),
    "event": _("Nothing stands in it that newspapers, a judgment or social media told of her."),
    "family": _("Nothing of her family, children, marriage or origin stands in it that few people share."),
    "words": _("No way of speaking, work, illness, scar or dress stands in it by which neighbours know her."),
    "face": _("No face, tattoo, voice, clothing or background can be recognised; or there is no picture."),
    "together": _("Laid beside our other stories, our figures and the news, it could still be of many people."),
    "danger": _("Whoever would look for her was thought of, and would not find her by it."),
}
"""By code, what must hold."""
