"""A second opinion: JavaRosa fills the forms in and sends them, and finds of each answer what we find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import fromstring, tostring

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.instruments.form import Filled, Form, Repeat, read_form
from rihai.instruments.form.parse import X
from rihai.instruments.models import Received
from rihai.instruments.openrosa.instance import read_instance, texts_of
from rihai.instruments.openrosa.ready import fill_in
from rihai.instruments.openrosa.served import with_code
from rihai.instruments.reading import read_workbook
from rihai.instruments.shipped import build, shipped
from tests.instruments.books import form, rules
from tests.instruments.handlers import Room, taking
from tests.instruments.javarosa import CONSTRAINT, REQUIRED, WHY_NOT, FilledIn, fill, javarosa
from tests.instruments.phones import Phone, one_of
from tests.instruments.test_versions import taken_in
from tests.people.world import World

pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)
ALL = rules(
    ("text", "a", "Words", "الفاظ", "", "", "yes"),
    ("integer", "years", "Years", "سال", "${a} != ''", ". >= 0 and . < 120"),
    ("date", "day", "Day", "دن", "", ". <= today()"),
    ("calculate", "half", "", "", "", "", "", "${years} div 2"),
    ("select_multiple yn", "which", "Which", "کون"),
    ("text", "why", "Why", "کیوں", "selected(${which}, 'yes') and ${half} > 1", "string-length(.) < 30"),
    ("begin repeat", "rooms", "Room", "کمرہ"),
    ("decimal", "length", "Length", "لمبائی", "", ". > 1"),
    ("integer", "people", "People", "لوگ", "${length} > 4"),
    ("end repeat",),
    ("calculate", "all", "", "", "", "", "", "sum(${people})"),
    ("note", "many", "Many: ${all}", "بہت: ${all}", "${all} > 3"),
)
CODES = {CONSTRAINT: "constraint", REQUIRED: "required"}


@pytest.fixture(scope="module")
def jvm() -> Iterator[Any]:
    with javarosa() as found:
        yield found


def without_ones(path: str, form_: Form) -> str:
    """JavaRosa numbers every step; we number rounds of repeats alone."""
    key, plain = [], f"/{form_.root}"
    for step in path.split("/")[2:]:
        name = step.partition("[")[0]
        plain += f"/{name}"
        key.append(step if isinstance(form_.by_path.get(plain), Repeat) else name)
    return "/".join(key)


def texts_at(stands: dict[str, str], form_: Form) -> dict[str, str]:
    texts = {without_ones(path, form_): text for path, text in stands.items()}
    for key in list(texts):
        for found in re.finditer(r"^(.*?\w)\[(\d+)\]", key):
            texts[f"{found[1]}#"] = str(max(int(found[2]), int(texts.get(f"{found[1]}#", "1"))))
    return texts


def agrees(done: FilledIn, xform: str) -> None:
    form_ = read_form(xform)
    now = timezone.localtime().replace(tzinfo=None)
    instance = read_instance(done.xml.encode())
    texts = texts_of(instance, form_)
    ours = Filled(form_, texts, now=now)
    theirs = {line.key for line in ours.every() if line.is_asked and line.text}
    assert {key for key, text in texts.items() if text and not key.endswith("#")} == theirs
    for line in ours.every():
        if line.question and line.question.kind == "calculated" and line.on and "/" not in line.key:
            said = next((one.text or "" for one in instance.root if one.tag == line.key), "")
            assert (line.key, said.removesuffix(".0")) == (line.key, line.text.removesuffix(".0"))
    assert done.is_whole is (not ours.problems())
    for one in done.tried:
        key = without_ones(one.path, form_)
        here = Filled(form_, {**texts_at({**one.before, one.path: one.text}, form_)}, now=now)
        found = here.problems().get(key, "")
        assert (key, one.text, found) == (key, one.text, CODES.get(one.verdict, ""))


def test_javarosa_finds_of_every_answer_what_we_find(jvm: Any) -> None:
    sources = [read_workbook(ALL, "f.xlsx").xform] + [
        read_workbook(build(path.read_text(encoding="utf-8")), "f.xlsx").xform for path in shipped()
    ]
    for xform in sources:
        for seed in range(4 if xform is sources[0] else 1):
            agrees(fill(jvm, with_code(xform, 1), seed), xform)


@pytest.mark.django_db
def test_what_javarosa_fills_in_and_sends_reads_back_the_same(jvm: Any, world: World) -> None:
    taken_in(world, ALL)
    worker = world.worker("caseworker", world.gulzar)
    room = Room(lets={worker.pk})
    with taking(room):
        phone = Phone(worker)
        code = phone.code().code
        address = re.search(rb"downloadUrl>[^<]*?(/instruments[^<]*)", phone.get("formList?formID=test_form").content)
        assert address is not None
        fetched = phone.get(address[1].decode()).content
        done = next(one for seed in range(50) if (one := fill(jvm, fetched, seed)).is_whole)
        xml = re.sub("<rihai_code ?/>", f"<rihai_code>{code}</rihai_code>", done.xml)
        assert [phone.post(xml).status_code for _time in range(2)] == [201, 202]
    assert one_of(Received).why == ""
    texts = texts_of(read_instance(xml.encode()), read_form(read_workbook(ALL, "f.xlsx").xform))
    assert room.given[0].values["a"] == texts["a"]
    assert str(room.given[0].values.get("years", "")) == texts.get("years", "")
    with acting_as(worker):
        assert one_of(Received).xml is None


def test_a_form_without_a_second_language_carries_the_code_too(jvm: Any) -> None:
    plain = read_workbook(form(("text", "a", "A"), columns=("type", "name", "label")), "f.xlsx").xform
    assert "rihai_code" in fill(jvm, with_code(plain, 3), 1).xml


def test_what_is_known_stands_in_a_form_on_the_phone_with_a_round_for_each(jvm: Any) -> None:
    rows = (
        ("text", "round", "Round", "قسم"), ("begin group", "before", "Before", "پہلے"),
        ("begin repeat", "earlier", "Asked", "سفارش"), ("text", "says", "What", "کیا"), ("end repeat", "", "", ""),
        ("end group", "", "", ""),
    )  # fmt: skip
    document = fromstring(with_code(read_workbook(form(*rows), "f.xlsx").xform, 1, ask=False))
    instance = document.find(f".//{X}instance")
    assert instance is not None
    key = "before/earlier"
    fill_in(instance[0], {"round": "full", f"{key}#": "2", f"{key}[1]/says": "Soap", f"{key}[2]/says": "A door"})
    read = jvm.org.javarosa.xform.util.XFormUtils.getFormFromInputStream
    opened = read(jvm.java.io.ByteArrayInputStream(tostring(document)))
    opened.initialize(True, jvm.org.javarosa.core.model.instance.InstanceInitializationFactory())
    written = jvm.org.javarosa.model.xform.XFormSerializingVisitor().serializeInstance(opened.getInstance(), opened)
    assert re.findall("<(?:round|says)>([^<]*)<", bytes(written).decode()) == ["full", "Soap", "A door"]
