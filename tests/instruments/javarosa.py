"""JavaRosa, the engine inside ODK Collect, out of the jar that pyxform ships: it fills a form in as a phone would."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import Any

PARTS = {
    name: Path(found.origin).parent
    for name in ("pyxform", "pyspark", "py4j")
    if (found := find_spec(name)) is not None and found.origin
}
WHY_NOT = next(
    (
        why
        for missing, why in (
            (shutil.which("java") is None, "no java here: install default-jre-headless"),
            (len(PARTS) < 3, "no py4j here: install the extra spark"),
        )
        if missing
    ),
    "",
)
"""Why JavaRosa cannot be asked; empty where it can."""
OK, REQUIRED, CONSTRAINT = 0, 1, 2


@dataclass
class Tried:
    """One answer that was tried: where, what, what JavaRosa said; and what stood elsewhere then."""

    path: str
    text: str
    verdict: int
    before: dict[str, str]


@dataclass
class FilledIn:
    """A form as JavaRosa filled it in: its XML, whether it is whole, and what was tried on the way."""

    xml: str
    is_whole: bool
    tried: list[Tried] = field(default_factory=list)


@contextmanager
def javarosa() -> Iterator[Any]:
    """The Java machine with JavaRosa in it."""
    from py4j.java_gateway import JavaGateway

    jar = PARTS["pyxform"] / "validators" / "odk_validate" / "bin" / "ODK_Validate.jar"
    py4j = next((PARTS["pyspark"] / "jars").glob("py4j-*.jar"))
    gateway = JavaGateway.launch_gateway(
        classpath=str(jar), jarpath=str(py4j), die_on_exit=True, javaopts=["-Xshare:auto", "-XX:TieredStopAtLevel=1"]
    )  # fmt: skip
    try:
        jvm = gateway.jvm
        jvm.org.javarosa.core.services.PropertyManager.setPropertyManager(
            jvm.org.opendatakit.validate.StubPropertyManager()
        )
        jvm.org.javarosa.core.util.JavaRosaCoreModule().registerModule()
        jvm.org.javarosa.model.xform.XFormsModule().registerModule()
        yield jvm
    finally:
        gateway.shutdown()
        gateway.java_process.kill()
        gateway.java_process.wait()
        for pipe in (gateway.java_process.stdin, gateway.java_process.stdout, gateway.java_process.stderr):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def fill(jvm: Any, xform: bytes, seed: int) -> FilledIn:
    """The form filled in at random, refused constraints obeyed, up to two rounds of each repeat."""
    draw = Random(seed)
    form = jvm.org.javarosa.xform.util.XFormUtils.getFormFromInputStream(jvm.java.io.ByteArrayInputStream(xform))
    form.initialize(True, jvm.org.javarosa.core.model.instance.InstanceInitializationFactory())
    entry = jvm.org.javarosa.form.api
    controller = entry.FormEntryController(entry.FormEntryModel(form))
    model, events = controller.getModel(), entry.FormEntryController
    controller.jumpToIndex(jvm.org.javarosa.core.model.FormIndex.createBeginningOfFormIndex())
    done = FilledIn("", is_whole=False)
    stands: dict[str, str] = {}
    rounds = 0
    while (event := controller.stepToNextEvent()) != events.EVENT_END_OF_FORM:
        if event == events.EVENT_PROMPT_NEW_REPEAT and rounds < 2:
            rounds += 1
            controller.newRepeat()
        elif event == events.EVENT_QUESTION and not model.getQuestionPrompt().isReadOnly():
            _answer(jvm, controller, model.getQuestionPrompt(), draw, stands, done)
    done.is_whole = form.validate(True) is None
    controller.finalizeFormEntry()
    form.postProcessInstance()
    written = jvm.org.javarosa.model.xform.XFormSerializingVisitor().serializeInstance(form.getInstance(), form)
    done.xml = bytes(written).decode()
    return done


def _answer(jvm: Any, controller: Any, prompt: Any, draw: Random, stands: dict[str, str], done: FilledIn) -> None:
    path = prompt.getIndex().getReference().toString(True)
    if "/rihai_code" in path:
        return
    for _time in range(40):
        text, data = ("", None) if draw.randrange(5) == 0 else _drawn(jvm, prompt, draw)
        verdict = controller.answerQuestion(data, True)
        done.tried.append(Tried(path, text, verdict, dict(stands)))
        if verdict == OK:
            stands[path] = text
            return


def _drawn(jvm: Any, prompt: Any, draw: Random) -> tuple[str, Any]:
    """An answer of the kind that is asked, as text and as JavaRosa has it."""
    data, constants = jvm.org.javarosa.core.model.data, jvm.org.javarosa.core.model.Constants
    control, kind = prompt.getControlType(), prompt.getDataType()
    if control in {constants.CONTROL_SELECT_ONE, constants.CONTROL_SELECT_MULTI}:
        choices = list(prompt.getSelectChoices())
        is_one = control == constants.CONTROL_SELECT_ONE
        chosen = [draw.choice(choices)] if is_one and choices else [one for one in choices if draw.randrange(3) == 0]
        if not chosen:
            return "", None
        selected = [data.helper.Selection(one) for one in chosen]
        text = " ".join(one.getValue() for one in chosen)
        if is_one:
            return text, data.SelectOneData(selected[0])
        several = jvm.java.util.ArrayList()
        for one in selected:
            several.add(one)
        return text, data.SelectMultiData(several)
    if kind == constants.DATATYPE_INTEGER:
        number = draw.choice([draw.randrange(8), draw.randrange(-3, 140)])
        return str(number), data.IntegerData(number)
    if kind == constants.DATATYPE_DECIMAL:
        share = draw.randrange(400) / 8
        return str(share), data.DecimalData(share)
    if kind == constants.DATATYPE_DATE:
        day = date.today() + timedelta(days=draw.randrange(-400, 60))  # noqa: DTZ011 - JavaRosa asks the machine's day
        return day.isoformat(), data.DateData(jvm.java.sql.Date.valueOf(day.isoformat()))
    words = f"words {draw.randrange(100)}"
    return words, data.StringData(words)
