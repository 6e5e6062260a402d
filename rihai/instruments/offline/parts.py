"""What the page without a network is made of: the files that the browser keeps, and a mark of their contents."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from rihai.instruments.offline.words import words
from rihai.instruments.openrosa.instance import MOST_BYTES

_ROOM = Path(__file__).parent.parent
_KIT = _ROOM.parent / "kit" / "static"
OURS = _ROOM / "static" / "instruments"
WORKER = Path(__file__).parent / "worker.js"
LANGUAGES = ("en", "ur")
SHEETS = (
    "kit/vendor/bootstrap.min.css", "kit/vendor/bootstrap.rtl.min.css", "kit/ground.css", "kit/parts.css",
    "kit/icon.svg", "kit/icons.svg",
)  # fmt: skip
FONTS = ("NotoNastaliqUrdu-Regular.woff2", "NotoNaskhArabic-Regular.woff2", "NotoNaskhArabic-Bold.woff2")


def page(language: str) -> str:
    """The page in a language; the same for everybody, so that it may lie in a browser."""
    with translation.override(language):
        other = next(one for one in LANGUAGES if one != language)
        told = {
            "language": language,
            "words": words(),
            "icons": static("kit/icons.svg"),
            "worker": reverse("instruments:offline-worker"),
            "door": reverse("instruments:offline-door"),
            "send": reverse("instruments:offline-send"),
            "blanks": reverse("instruments:offline-blanks"),
            "mine": reverse("instruments:offline-mine"),
            "take": f"{reverse('instruments:offline')}take/",
            "sign_in": f"{reverse('account_login')}?next={reverse('instruments:offline-page', args=[language])}",
            "limit": _largest(),
            "limit_mb": _largest() // 1_000_000,
        }
        context = {
            "told": told,
            "language": language,
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
            "other": (other, translation.get_language_info(other)["name_local"]),
        }
        return render_to_string("instruments/offline/page.html", context)


def _largest() -> int:
    """How large a file may be: what one post may carry, less the answer, which goes along with each file."""
    limit: int = settings.UPLOAD_BYTES
    return limit - min(MOST_BYTES, limit // 5)


def kept() -> list[str]:
    """The addresses that the browser keeps, the first the page of the office's own language."""
    ours = [f"instruments/{one.relative_to(OURS).as_posix()}" for one in _scripts()]
    languages = sorted(LANGUAGES, key=lambda one: one != settings.LANGUAGE_CODE)
    pages = [reverse("instruments:offline-page", args=[one]) for one in languages]
    files = [static(one) for one in (*SHEETS, "instruments/fill.css", "instruments/offline/offline.css", *ours)]
    imported = [f"{settings.STATIC_URL}{one}" for one in ours]  # modules name each other by their plain names
    return list(dict.fromkeys([*pages, *files, *imported, *(static(f"kit/fonts/{one}") for one in FONTS)]))


@lru_cache(maxsize=1)
def mark() -> str:
    """Another when anything of it is another."""
    found = hashlib.sha256()
    for path in (
        *_scripts(),
        WORKER,
        OURS / "fill.css",
        OURS / "offline" / "offline.css",
        *(_KIT / one for one in SHEETS),
    ):
        found.update(path.read_bytes())
    for language in LANGUAGES:
        found.update(page(language).encode())
    return found.hexdigest()[:16]


def _scripts() -> list[Path]:
    return sorted((OURS / "offline").rglob("*.js"))
