"""The catalogue: every service a file in both languages; adding one is adding a file; mistakes name file and line."""

from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from rihai.casework.services.catalogue import CatalogueError, Service, catalogue, load
from rihai.casework.services.catalogue.load import SHIPPED
from rihai.kit.offers import Measure, offered

GARDEN = """
id: gardening
order: 30
founding: false
title: {en: Gardening, ur: باغبانی}
says: {en: "Vegetables in the yard.", ur: "صحن میں سبزیاں۔"}
for_whom: {en: Everybody, ur: سب}
needs: [work]
settings: [prison]
voluntary: true
data_class: personal
outcomes:
  - id: finished
    title: {en: "a season", ur: "ایک موسم"}
    finished: true
indicators: [casework.services.people]
"""


def test_the_eight_founding_services_and_the_further_ones_are_there_in_both_languages() -> None:
    found = catalogue()
    assert sum(one.is_founding for one in found.values()) == 8
    assert {
        "legal_counselling", "legal_aid", "stress_management", "life_skills", "education", "faith_culture",
        "workshops", "job_placement", "practical_help", "family_engagement", "addiction", "aftercare",
    } <= set(found)  # fmt: skip
    for one in found.values():
        parts = [*(stage.title for stage in one.stages), *(outcome.title for outcome in one.outcomes)]
        for words in (one.title, one.says, one.for_whom, *parts):
            assert words.en.isascii() or "’" in words.en
            assert any("\u0600" <= sign <= "\u06ff" for sign in words.ur), (one.id, words)


def test_every_indicator_a_service_feeds_is_counted_somewhere() -> None:
    counted = {one.code for one in offered(Measure)}
    assert {code for one in catalogue().values() for code in one.indicators} <= counted


def test_adding_a_service_is_adding_a_file(tmp_path: Path) -> None:
    for path in SHIPPED.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    (tmp_path / "gardening.yaml").write_text(GARDEN, encoding="utf-8")
    assert set(load(tmp_path)) == {*catalogue(), "gardening"}


def test_a_staged_programme_with_a_pledge_is_only_a_file_and_shuts_nobody_out() -> None:
    addiction = catalogue()["addiction"]
    assert [one.is_pledged for one in addiction.stages] == [False] * 12 + [True]
    assert addiction.is_voluntary
    assert "methadone" in addiction.for_whom.en
    assert not {one.name for one in fields(Service)} & {"excludes", "excluded", "not_for", "bars"}


@pytest.mark.parametrize(
    ("wrong", "line", "says"),
    [
        (GARDEN.replace("needs: [work]", "needs: [wrok]"), 8, "'wrok' is no code for 'needs'"),
        (GARDEN.replace("voluntary: true", "voluntary: yes"), 10, "must be true or false"),
        (GARDEN.replace("data_class: personal", "data_class: sealed"), 2, "'sealed' must be one of"),
        (GARDEN + "colour: green\n", 17, "knows no 'colour'"),
        (GARDEN + "order: 31\n", 17, "'order' stands twice"),
        (GARDEN.replace("ur: باغبانی", "uk: x"), 5, "lacks 'ur'"),
        (GARDEN.replace("id: gardening", "id: garden"), 2, "must be the name of the file"),
        (GARDEN.replace("    finished: true\n", ""), 2, "none of its outcomes"),
        (GARDEN + "remission: true\n: :", 18, "not YAML"),
        (GARDEN.replace("data_class: personal", "data_class: health") + "remission: true\n", 2, "a lawyer is told"),
    ],
)  # fmt: skip
def test_a_mistake_names_its_file_and_line(tmp_path: Path, wrong: str, line: int, says: str) -> None:
    (tmp_path / "gardening.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(CatalogueError) as found:
        load(tmp_path)
    assert any(one.startswith(f"gardening.yaml:{line}: ") and says in one for one in str(found.value).splitlines()), (
        str(found.value)
    )
