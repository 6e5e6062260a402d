"""What several rooms read for one page is read once, and never kept for the next."""

from __future__ import annotations

from rihai.kit.once import once, remembering


def test_the_same_question_is_asked_once_for_a_page_and_anew_for_the_next() -> None:
    asked: list[str] = []

    def ask(name: str) -> int:
        asked.append(name)
        return len(asked)

    def read(name: str) -> int:
        return once(("rows", name), lambda: ask(name))

    assert (read("a"), read("a")) == (1, 2), "outside of a page nothing is remembered"
    with remembering():
        assert (read("a"), read("b"), read("a")) == (3, 4, 3)
    with remembering():
        assert read("a") == 5
    assert read("a") == 6
