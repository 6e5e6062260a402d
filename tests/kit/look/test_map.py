"""The district map takes outlines from a file and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from rihai.errors import Unreadable
from rihai.kit.map import DistrictMap, Outlines, Shape, read_outlines

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"{more}>{inside}</svg>'


def file_of(folder: Path, inside: str, more: str = "") -> Path:
    path = folder / "map.svg"
    path.write_text(SVG.format(inside=inside, more=more), encoding="utf-8")
    return path


def test_outlines_are_read_with_their_ids(tmp_path: Path) -> None:
    outlines = read_outlines(file_of(tmp_path, '<path id="zhob" d="m 0,0 5,5 z"/><path id="sibi" d="M1 1h2z"/>'))

    assert outlines == Outlines("0 0 10 10", (Shape("zhob", "m 0,0 5,5 z"), Shape("sibi", "M1 1h2z")))


def test_scripts_and_what_is_no_outline_stay_behind(tmp_path: Path) -> None:
    inside = '<script>alert(1)</script><path id="a" d="M0 0z" onclick="x"/><path id="b" d="url(javascript:1)"/>'
    outlines = read_outlines(file_of(tmp_path, inside, ' onload="x"'))

    assert outlines.shapes == (Shape("a", "M0 0z"),)


@pytest.mark.parametrize("inside", ["", "<circle r='3'/>", '<path d="M0 0z"/>'])
def test_a_map_without_districts_is_refused(tmp_path: Path, inside: str) -> None:
    with pytest.raises(Unreadable):
        read_outlines(file_of(tmp_path, inside))


@pytest.mark.parametrize("text", ["not a map", "<svg", '<!DOCTYPE x [<!ENTITY a "b">]><svg>&a;</svg>'])
def test_what_is_no_svg_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "map.svg"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unreadable):
        read_outlines(path)


def test_shades_rise_with_the_value_and_what_is_withheld_is_hatched() -> None:
    shapes = tuple(Shape(name, "M0 0z") for name in "abcdef")
    drawn = DistrictMap(
        outlines=Outlines("0 0 10 10", shapes), title="T", says="S",
        values={"a": 1, "b": 10, "c": 20, "d": 30, "e": None}, steps=(10, 20, 30),
    )  # fmt: skip

    assert [drawn.shade(name) for name in "abcdef"] == ["k1", "k2", "k3", "k4", "kc", "kn"]
    assert drawn.as_svg("m").count("url(#m-hatch)") == 1
    assert 'aria-labelledby="m-t m-d"' in drawn.as_svg("m")
