"""The catalogues hold everything the code says, and nothing that would not fit it."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from rihai import words
from tests.words.catalogue import said_in, said_under

ROOT = Path(words.__file__).parent
CATALOGUES = sorted(words.LOCALE.rglob("*.po"))
OTHER_LANGUAGES = [language for language in words.LANGUAGES if language != "en"]


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_everything_we_say_is_translated(language: str) -> None:
    said = said_under(ROOT)
    known: dict[str, str] = {}
    for path in (words.LOCALE / language).rglob("*.po"):
        known |= words.read_catalogue(path.read_text(encoding="utf-8"))
    assert "November" in said
    assert [f"{module}: {text}" for text, module in said.items() if text not in known] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_a_translation_keeps_the_gaps(path: Path) -> None:
    entries = words.read_catalogue(path.read_text(encoding="utf-8"))
    assert entries
    assert [english for english, other in entries.items() if _gaps(english) != _gaps(other)] == []


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_no_text_is_translated_twice_differently(language: str) -> None:
    seen: dict[str, str] = {}
    for path in sorted((words.LOCALE / language).rglob("*.po")):
        for english, other in words.read_catalogue(path.read_text(encoding="utf-8")).items():
            assert seen.setdefault(english, other) == other, f"{path.name}: {english}"


def test_said_texts_are_found_where_they_are_written() -> None:
    source = 'say("a", lang)\nwords.say("b", lang, n=1)\nmark("c")\nsay_count("{n} d", "{n} ds", n, lang)\nprint("e")\n'
    assert set(said_in(source)) == {"a", "b", "c", "{n} d", "{n} ds"}


def test_a_catalogue_is_read_without_header_fuzzy_and_empty_entries() -> None:
    text = (
        'msgid ""\nmsgstr "Language: ur\\n"\n\n'
        '# who: somebody\n#: rihai/x.py:3\nmsgid "one"\nmsgstr ""\n"ai"\n"k \\"1\\""\n\n'
        '#, fuzzy\nmsgid "two"\nmsgstr "do"\n\nmsgid "three"\nmsgstr ""\n'
    )
    assert words.read_catalogue(text) == {"one": 'aik "1"'}
    assert words.read_catalogue(text.replace("\n", "\r\n")) == {"one": 'aik "1"'}


@pytest.mark.parametrize(
    "text",
    [
        'msgctxt "month"\nmsgid "May"\nmsgstr "x"\n',
        'msgid "a"\nmsgid "b"\nmsgstr "x"\n',
        'msgid "a\nmsgstr "x"\n',
        '"a"\n',
    ],
)
def test_a_catalogue_with_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="A catalogue holds"):
        words.read_catalogue(text)
