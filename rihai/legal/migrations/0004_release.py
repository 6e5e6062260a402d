"""What is kept of releases, slips and words on the law, and the walls around it."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.db import migrations, models

from rihai.legal.release.walls import walls


class Migration(migrations.Migration):
    """The tables of this part of the room."""

    dependencies = [
        ("legal", "0003_papers"),
        ("people", "0005_taken_back"),
        ("screening", "0002_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProvisionWord",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("pack", models.CharField(max_length=40)),
                ("provision", models.CharField(max_length=80)),
                ("pack_version", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=32)),
                (
                    "kind",
                    models.CharField(choices=[("reviewed", "reviewed"), ("objection", "objection")], max_length=10),
                ),
                ("on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=1000)),
                ("said_by", models.UUIDField()),
                ("said_by_name", models.CharField(max_length=120)),
                ("said_at", models.DateTimeField()),
                (
                    "settled",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mended", "the text of the pack was mended"),
                            ("stands", "answered: the text stands"),
                            ("taken_back", "taken back by who made it"),
                        ],
                        max_length=12,
                    ),
                ),
                ("settled_note", models.CharField(blank=True, max_length=1000)),
                ("settled_by", models.UUIDField(null=True)),
                ("settled_by_name", models.CharField(blank=True, max_length=120)),
                ("settled_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("said_at", "id"),
                "indexes": [models.Index(fields=["pack", "provision"], name="legal_word_provision")],
            },
        ),
        migrations.CreateModel(
            name="UnlawfulDetention",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                (
                    "data_class",
                    models.CharField(
                        choices=[
                            ("ordinary", "ordinary"),
                            ("personal", "personal"),
                            ("health", "health"),
                            ("legal", "legal"),
                            ("sealed", "sealed"),
                        ],
                        default="personal",
                        max_length=10,
                    ),
                ),
                ("and_legal", models.BooleanField(default=False)),
                ("case_id", models.CharField(blank=True, max_length=200)),
                ("provision", models.CharField(blank=True, max_length=80)),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("shall", "since the law said shall"),
                            ("order", "since the order of release reached the prison"),
                            ("other", "since another day"),
                        ],
                        max_length=8,
                    ),
                ),
                ("from_on", models.DateField()),
                ("to_on", models.DateField(null=True)),
                ("why", models.CharField(max_length=400)),
                ("named_by", models.UUIDField()),
                ("named_by_name", models.CharField(max_length=120)),
                ("named_at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(null=True)),
                ("undone_by_name", models.CharField(blank=True, max_length=120)),
                ("undone_why", models.CharField(blank=True, max_length=400)),
                (
                    "episode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.custodyepisode"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
            ],
            options={
                "ordering": ("-from_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="DaysKept",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("left_on", models.DateField()),
                (
                    "left_by",
                    models.CharField(
                        choices=[
                            ("admission", "admission"),
                            ("transfer", "transfer"),
                            ("court", "to court and back"),
                            ("away", "away for a time"),
                            ("release", "release"),
                            ("death", "death"),
                            ("escape", "escape"),
                            ("taken_back", "written by mistake, taken back"),
                        ],
                        max_length=12,
                    ),
                ),
                ("met_from", models.DateField(null=True)),
                ("met_days", models.PositiveIntegerField(default=0)),
                ("open_from", models.DateField(null=True)),
                ("open_days", models.PositiveIntegerField(default=0)),
                (
                    "episode",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.custodyepisode"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["left_on", "place"], name="legal_dayskept_day")],
            },
        ),
        migrations.CreateModel(
            name="ReachKept",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                (
                    "data_class",
                    models.CharField(
                        choices=[
                            ("ordinary", "ordinary"),
                            ("personal", "personal"),
                            ("health", "health"),
                            ("legal", "legal"),
                            ("sealed", "sealed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("and_legal", models.BooleanField(default=False)),
                ("case_id", models.CharField(blank=True, max_length=200)),
                ("court", models.CharField(blank=True, max_length=160)),
                ("pack", models.CharField(max_length=40)),
                ("provision", models.CharField(max_length=80)),
                ("is_shall", models.BooleanField(default=False)),
                ("still_inside", models.BooleanField(default=False)),
                ("outcome", models.CharField(max_length=12)),
                ("since_on", models.DateField(null=True)),
                ("reached_on", models.DateField(null=True)),
                ("left_on", models.DateField()),
                (
                    "left_by",
                    models.CharField(
                        choices=[
                            ("admission", "admission"),
                            ("transfer", "transfer"),
                            ("court", "to court and back"),
                            ("away", "away for a time"),
                            ("release", "release"),
                            ("death", "death"),
                            ("escape", "escape"),
                            ("taken_back", "written by mistake, taken back"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.custodyepisode"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["left_on", "place"], name="legal_reachkept_day"),
                    models.Index(fields=["person", "provision", "case_id"], name="legal_reachkept_row"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("bail", "bail"),
                            ("bond", "personal bond"),
                            ("acquitted", "acquittal"),
                            ("discharged", "discharge"),
                            ("withdrawn", "case withdrawn or compromised"),
                            ("suspended", "sentence suspended until the appeal"),
                            ("served", "sentence served"),
                            ("remission", "remission or pardon"),
                            ("parole", "parole"),
                            ("probation", "probation"),
                            ("fine_paid", "fine, diyat or compensation paid"),
                            ("board", "review board or committee"),
                            ("expired", "detention or remand order ended"),
                            ("transfer", "handed to another authority"),
                            ("other", "another way"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "authority",
                    models.CharField(
                        choices=[
                            ("court", "a court"),
                            ("superintendent", "the superintendent"),
                            ("board", "a review board"),
                            ("government", "the government"),
                            ("police", "the police"),
                            ("other", "another authority"),
                        ],
                        max_length=16,
                    ),
                ),
                ("court", models.CharField(blank=True, max_length=160)),
                ("order_number", models.CharField(blank=True, max_length=80)),
                ("ordered_on", models.DateField(null=True)),
                ("arrived_on", models.DateField(null=True)),
                ("released_on", models.DateField()),
                ("released_time", models.TimeField(null=True)),
                (
                    "to_whom",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("alone", "nobody: left alone"),
                            ("family", "the family"),
                            ("lawyer", "the lawyer"),
                            ("ours", "somebody of our office"),
                            ("probation", "the probation or parole officer"),
                            ("shelter", "a shelter home"),
                            ("authority", "another authority"),
                        ],
                        max_length=12,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=400)),
                ("recorded_by", models.UUIDField()),
                ("recorded_by_name", models.CharField(max_length=120)),
                ("recorded_at", models.DateTimeField()),
                ("history", models.JSONField(default=list)),
                ("undone_at", models.DateTimeField(null=True)),
                ("undone_by_name", models.CharField(blank=True, max_length=120)),
                ("undone_why", models.CharField(blank=True, max_length=400)),
                ("error_on", models.DateField(null=True)),
                ("error_why", models.CharField(blank=True, max_length=400)),
                ("error_by_name", models.CharField(blank=True, max_length=120)),
                ("recalled_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "episode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.custodyepisode"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
            ],
            options={
                "ordering": ("-released_on", "-id"),
                "indexes": [
                    models.Index(fields=["place", "released_on"], name="legal_release_place"),
                    models.Index(fields=["released_on", "id"], name="legal_release_day"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)),
                        fields=("episode",),
                        name="legal_release_once_an_episode",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Slip",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("request", "what is asked for them"),
                            ("refusal", "that it was refused, and how they are"),
                            ("news", "something new in their matter"),
                        ],
                        max_length=10,
                    ),
                ),
                ("case_id", models.CharField(blank=True, max_length=200)),
                ("provision", models.CharField(blank=True, max_length=80)),
                ("due_on", models.DateField()),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "asked",
                    models.CharField(
                        choices=[
                            ("leave", "that you may go home until the court decides"),
                            ("easier", "that going home is made easier: a smaller sum, or nobody to stand for you"),
                            ("end", "that you are let go, because your time is over"),
                            ("shorter", "that your time is counted again and made shorter"),
                            ("paper", "that a paper which is missing is brought"),
                            ("money", "that money which keeps you here is paid or let off"),
                            ("health", "that you are treated where you can get well"),
                            ("again", "that a higher court looks again"),
                            ("other", "something that was explained to you"),
                        ],
                        max_length=10,
                    ),
                ),
                ("more", models.CharField(blank=True, max_length=300)),
                ("by_whom", models.CharField(max_length=160)),
                ("whom_to_tell", models.CharField(max_length=200)),
                ("next_on", models.DateField(null=True)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("told", "it was read to them"),
                            ("refused", "they did not want to hear it"),
                            ("absent", "they could not be seen"),
                        ],
                        max_length=10,
                    ),
                ),
                ("told_on", models.DateField(null=True)),
                ("told_by", models.UUIDField(null=True)),
                ("told_by_name", models.CharField(blank=True, max_length=120)),
                ("in_language", models.CharField(blank=True, max_length=40)),
                ("kept", models.BooleanField(null=True)),
                (
                    "how_she_is",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("well", "they say they are all right"),
                            ("worried", "they are worried or sad"),
                            ("care", "somebody must see them soon"),
                            ("unsaid", "they did not want to say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("correction", rihai.kit.sealed.field.SealedText(null=True, seal="legal.slip.correction")),
                ("corrected_at", models.DateTimeField(null=True)),
                ("corrected_by_name", models.CharField(blank=True, max_length=120)),
                ("corrected_how", models.CharField(blank=True, max_length=300)),
                ("dropped_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
                "indexes": [
                    models.Index(fields=["answer", "due_on"], name="legal_slip_due"),
                    models.Index(fields=["person", "answer"], name="legal_slip_person"),
                ],
            },
        ),
        *walls(),
    ]
