"""Both languages are whole: every text of the site has its Urdu, none is a guess, and each keeps its gaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from rihai.kit.catalogues import catalogues, compile_catalogues
from tests.house.files import SITE, place
from tests.house.translations import Text, catalogue, gaps, texts_of

LANGUAGES = ("ur",)


def known(language: str) -> dict[tuple[str | None, str], tuple[str, ...]]:
    """What all rooms' catalogues say: a text may be translated in any of them, as Django looks in all."""
    found: dict[tuple[str | None, str], tuple[str, ...]] = {}
    for path in catalogues():
        if path.parent.parent.name == language:
            for message in catalogue(path):
                if message.id and not message.fuzzy:
                    one = message.id[0] if isinstance(message.id, tuple) else message.id
                    said = message.string if isinstance(message.string, tuple) else (message.string,)
                    found[(message.context or None, str(one))] = tuple(str(part) for part in said)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("room", [room for room in SITE if room.name != "config"], ids=lambda room: room.name)
def test_every_text_of_a_room_is_translated(room: Path, language: str) -> None:
    said = known(language)

    def missing(text: Text) -> bool:
        forms = said.get((text.context, text.one), ())
        return not forms or not all(forms) or (bool(text.plural) and len(forms) < 2)

    assert [text.one for text in texts_of(room) if missing(text)] == []


@pytest.mark.parametrize("path", catalogues(), ids=place)
def test_no_translation_is_a_guess_and_each_keeps_its_gaps(path: Path) -> None:
    wrong = []
    for message in catalogue(path):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        source = message.id if isinstance(message.id, tuple) else (message.id,)
        if message.id and (message.fuzzy or any(form and gaps(str(form)) != gaps(str(source[-1])) for form in forms)):
            wrong.append(source[0])

    assert wrong == []


@pytest.mark.parametrize("path", catalogues(), ids=place)
def test_a_catalogue_holds_nothing_that_is_no_longer_said(path: Path) -> None:
    said = {text.one for text in texts_of(path.parents[3])}
    held = [message.id[0] if isinstance(message.id, tuple) else message.id for message in catalogue(path) if message.id]

    assert [text for text in held if text not in said] == []


def test_catalogues_are_compiled_once(tmp_path: Path) -> None:
    folder = tmp_path / "room" / "locale" / "ur" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Prison"\nmsgstr "جیل"\n',
        encoding="utf-8",
    )

    assert (compile_catalogues(tmp_path), compile_catalogues(tmp_path)) == (1, 0)
    assert "جیل".encode() in (folder / "django.mo").read_bytes()
