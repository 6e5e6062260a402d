"""The tables of the line, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
import rihai.kit.sealed.index
from django.db import migrations, models

from rihai.helpline.walls import walls_of_line


class Migration(migrations.Migration):
    """The tables, then their walls."""

    initial = True

    dependencies = [
        ("kit", "0002_append_only"),
        ("people", "0008_lately"),
        ("places", "0001_initial"),
        ("accounts", "0015_roles_of_helpline"),
    ]

    operations = [
        migrations.CreateModel(
            name="HelpRequest",
            fields=[
                ("code", models.CharField(editable=False, max_length=8, unique=True)),
                ("pin", models.CharField(editable=False, max_length=200)),
                ("tries", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("shut_until", models.DateTimeField(editable=False, null=True)),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("form", "the form"),
                            ("call", "a call"),
                            ("missed", "a missed call, rung back"),
                            ("letter", "a letter"),
                            ("visit", "came in person"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("new", "nobody has read it yet"), ("open", "under way"), ("closed", "closed")],
                        default="new",
                        max_length=8,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("red", "danger to life: minutes"),
                            ("amber", "danger near: today"),
                            ("yellow", "worry: three days"),
                            ("green", "a question"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "topic",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ill", "Ill, or no medicine"),
                            ("hurt", "Beaten or threatened"),
                            ("news", "No news, no visit allowed"),
                            ("release", "Bail or release is stuck"),
                            ("child", "A child is with them"),
                            ("money", "Somebody wants money"),
                            ("lawyer", "No lawyer, or cannot reach one"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=8)),
                ("text", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.request.text")),
                ("began_at", models.DateTimeField()),
                ("made_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("matched_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "done, and answered"),
                            ("handed", "others go on with it"),
                            ("informed", "a question, answered"),
                            ("unreached", "could not be reached"),
                            ("mistake", "a mistake, or misuse"),
                        ],
                        max_length=10,
                    ),
                ),
                ("erased_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "second_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
            ],
            options={
                "ordering": ("-began_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="HandedOn",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "room",
                    models.CharField(
                        choices=[
                            ("casework", "Casework: somebody visits and helps"),
                            ("legal", "A lawyer: a matter is opened"),
                            ("monitoring", "A monitor: an allegation is written down"),
                        ],
                        max_length=12,
                    ),
                ),
                ("target_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="handed", to="helpline.helprequest"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("text", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.draft.text")),
                ("topic", models.CharField(blank=True, max_length=10)),
                ("touched_at", models.DateTimeField(db_index=True)),
                ("secrets", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.draft.secrets")),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="helpline.helprequest",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Clock",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("tell", "Ring the duty officer and the health staff of the prison"),
                            ("second", "A second person reads it over"),
                            ("seen", "Make sure that somebody saw them"),
                            ("call", "Call back who asked"),
                            ("again", "Call them again, the day after"),
                            ("lead", "Tell the safeguarding lead"),
                            ("notice", "A written notice to the health staff or the head, by a safe way"),
                            ("work", "A caseworker sees to it, or it is answered"),
                            ("read", "Read it, and say that it came"),
                        ],
                        max_length=8,
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(db_index=True)),
                ("stopped_at", models.DateTimeField(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True, choices=[("done", "done"), ("no_need", "no need any more")], max_length=8
                    ),
                ),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("rung", models.PositiveSmallIntegerField(default=0)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="clocks", to="helpline.helprequest"
                    ),
                ),
            ],
            options={
                "ordering": ("due_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="HerWord",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=12)),
                ("first_person_id", models.UUIDField()),
                ("asks", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.word.asks")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "to be asked"),
                            ("yes", "they may be told"),
                            ("no", "nothing may be told"),
                            ("back", "taken back"),
                            ("gone", "not needed any more"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("said_at", models.DateTimeField(null=True)),
                ("words", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.word.words")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.consent"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="helpline.helprequest"
                    ),
                ),
                (
                    "said_to",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
            ],
            options={
                "ordering": ("asked_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("acted", "Those who can act at once have been told."),
                            ("seen", "Somebody saw them, and they know that you asked."),
                            ("ring", "Please ring us: we have something to ask you."),
                            ("words", "In your own words, about them"),
                            ("general", "In your own words, about no person"),
                        ],
                        max_length=8,
                    ),
                ),
                ("words", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.request.text")),
                ("danger", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.request.text")),
                ("made_at", models.DateTimeField()),
                ("hidden_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="helpline.helprequest"
                    ),
                ),
                (
                    "rests_on",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="helpline.herword"
                    ),
                ),
            ],
            options={
                "ordering": ("made_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Knock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=8)),
                ("who", models.BinaryField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "at"], name="helpline_knock_at")],
            },
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("first_person_id", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="helpline.helprequest"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Match",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("first_person_id", models.UUIDField()),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("came_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="helpline.helprequest"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="MissedCall",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.call.number")),
                (
                    "number_index",
                    rihai.kit.sealed.index.BlindIndex(normaliser="digits", of="number", seal="helpline.call.number"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "to ring back"), ("reached", "reached"), ("left", "not reached, left")],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("came_at", models.DateTimeField()),
                ("last_at", models.DateTimeField()),
                ("times", models.PositiveIntegerField(default=1)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("tried_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="helpline.helprequest",
                    ),
                ),
                (
                    "tried_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
            ],
            options={
                "ordering": ("came_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("added_at", models.DateTimeField()),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="helpline.helprequest"
                    ),
                ),
                (
                    "stored",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("added_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "told",
                    models.CharField(
                        choices=[
                            ("duty", "duty officer of the prison"),
                            ("health", "health staff of the prison"),
                            ("head", "head of the prison"),
                            ("office", "office of the Inspector General"),
                            ("rescue", "rescue service (1122)"),
                            ("police", "police"),
                            ("commission", "human rights commission or court helpline"),
                            ("lead", "safeguarding lead"),
                            ("counsellor", "counsellor"),
                            ("caseworker", "caseworker"),
                            ("notice", "a written notice"),
                            ("seen", "somebody of ours saw them"),
                            ("seen_by", "somebody else saw them, and told us"),
                            ("caller", "who asked was called back"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reached", models.BooleanField()),
                ("at", models.DateTimeField()),
                ("with_whom", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.request.text")),
                ("words", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.request.text")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="helpline.helprequest"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.AddIndex(
            model_name="helprequest",
            index=models.Index(fields=["state", "began_at"], name="helpline_request_state"),
        ),
        migrations.AddIndex(
            model_name="herword",
            index=models.Index(fields=["state", "asked_at"], name="helpline_word_state"),
        ),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(fields=["account", "at"], name="helpline_look_by"),
        ),
        migrations.AddConstraint(
            model_name="match",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("request",), name="helpline_match_once"
            ),
        ),
        migrations.AddIndex(
            model_name="missedcall",
            index=models.Index(fields=["state", "came_at"], name="helpline_missed_state"),
        ),
        *walls_of_line(),
    ]
