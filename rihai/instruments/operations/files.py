"""Files that came with an answer go with it: into its class, about its person."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from rihai.accounts.operations.house import as_house
from rihai.instruments.models import Answer, AnswerFile, Received


def of_class(files: QuerySet[AnswerFile], answer: Answer, at: datetime) -> None:
    """The files are the answer's: in its class, about its person."""
    with as_house(at):
        for one in files.select_related("stored"):
            one.answer, one.data_class = answer, answer.data_class
            one.person_id = one.first_person = answer.person_id
            one.save(update_fields=["answer", "data_class", "person_id", "first_person"])
            one.stored.data_class, one.stored.person_id = answer.data_class, answer.person_id
            one.stored.save(update_fields=["data_class", "person_id"])


def adopt(answer: Answer, at: datetime) -> None:
    """The files that came with the draft of an answer are the answer's."""
    found = Received.objects.filter(instance_id=answer.instance_id, author=answer.author_id, why="mended").first()
    if found is not None:
        found.answer = answer
        found.save(update_fields=["answer"])
        of_class(AnswerFile.objects.filter(received=found), answer, at)
