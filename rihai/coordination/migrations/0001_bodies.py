"""The tables of committees, meetings, agendas, papers and decisions, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.conf import settings
from django.db import migrations, models

from rihai.coordination.walls import walls_of_bodies


class Migration(migrations.Migration):
    """The tables, then their walls."""

    initial = True

    dependencies = [
        ("accounts", "0014_roles_of_coordination"),
        ("kit", "0002_append_only"),
        ("legal", "0005_petition_matter"),
        ("people", "0008_lately"),
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PaperCopy",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("name", models.CharField(blank=True, max_length=120)),
                ("made", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                ("first_person", models.UUIDField(editable=False, null=True)),
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
                        default="ordinary",
                        max_length=10,
                    ),
                ),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("says", models.CharField(max_length=1000)),
                ("owner_name", models.CharField(blank=True, max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("done", "done"), ("dropped", "asked no more")],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("evidence", models.CharField(blank=True, max_length=1000)),
                ("closed_by_name", models.CharField(blank=True, max_length=120)),
                ("reminded", models.PositiveSmallIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="ActionAnswer",
            fields=[
                ("first_person", models.UUIDField(editable=False, null=True)),
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
                        default="ordinary",
                        max_length=10,
                    ),
                ),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("done", "done"), ("at_work", "at work on it"), ("cannot", "it cannot be done")],
                        max_length=8,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=1000)),
                ("by_name", models.CharField(max_length=160)),
                (
                    "via",
                    models.CharField(
                        choices=[("office", "written down here"), ("account", "by account"), ("link", "by link")],
                        max_length=8,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="coordination.action"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("first_person", models.UUIDField(editable=False, null=True)),
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
                        default="ordinary",
                        max_length=10,
                    ),
                ),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("source", models.CharField(max_length=60)),
                ("key", models.CharField(max_length=330)),
                ("case_id", models.CharField(blank=True, max_length=200)),
                ("provision", models.CharField(blank=True, max_length=80)),
                ("titles", models.JSONField(default=dict)),
                ("words", models.JSONField(default=dict)),
                ("since", models.DateField(null=True)),
                ("url", models.CharField(blank=True, max_length=200)),
                ("count", models.PositiveIntegerField(default=1)),
                (
                    "standing",
                    models.CharField(
                        choices=[("on", "on the agenda"), ("left_out", "left out"), ("gone", "gone from its list")],
                        default="on",
                        max_length=8,
                    ),
                ),
                ("because", models.CharField(blank=True, max_length=300)),
                ("order", models.PositiveIntegerField(default=0)),
                ("guarded_because", models.CharField(blank=True, max_length=300)),
                ("guarded_by_name", models.CharField(blank=True, max_length=120)),
                ("sharing_id", models.UUIDField(null=True)),
                ("basis", models.CharField(blank=True, max_length=20)),
                ("basis_says", models.CharField(blank=True, max_length=200)),
                ("consent_id", models.UUIDField(null=True)),
                ("copy", rihai.kit.sealed.field.SealedText(null=True, seal="coordination.item.copy")),
                ("said", rihai.kit.sealed.field.SealedText(null=True, seal="coordination.item.said")),
                ("became", models.CharField(blank=True, max_length=12)),
                ("became_on", models.DateField(null=True)),
                ("added_at", models.DateTimeField()),
                ("added_by_name", models.CharField(max_length=120)),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
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
                "ordering": ("order", "since", "id"),
            },
        ),
        migrations.CreateModel(
            name="Body",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=160)),
                ("name_ur", models.CharField(blank=True, max_length=160)),
                ("order", models.CharField(blank=True, max_length=300)),
                (
                    "every",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "every month"),
                            (2, "every two months"),
                            (3, "every quarter"),
                            (6, "every half-year"),
                            (12, "every year"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "week",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "first"), (2, "second"), (3, "third"), (4, "fourth"), (5, "last")], null=True
                    ),
                ),
                (
                    "weekday",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Monday"),
                            (1, "Tuesday"),
                            (2, "Wednesday"),
                            (3, "Thursday"),
                            (4, "Friday"),
                            (5, "Saturday"),
                            (6, "Sunday"),
                        ],
                        null=True,
                    ),
                ),
                ("starts_at", models.TimeField(null=True)),
                ("venue", models.CharField(blank=True, max_length=160)),
                ("notice_days", models.PositiveSmallIntegerField(default=7)),
                (
                    "quorum",
                    models.CharField(
                        choices=[
                            ("none", "not laid down"),
                            ("number", "a number of posts"),
                            ("half", "half of the posts"),
                            ("two_thirds", "two thirds of the posts"),
                            ("all", "all posts"),
                        ],
                        default="none",
                        max_length=10,
                    ),
                ),
                ("quorum_number", models.PositiveSmallIntegerField(null=True)),
                ("sources", models.JSONField(default=list)),
                ("contact", models.CharField(blank=True, max_length=300)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                (
                    "secretary",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("name", "id"),
            },
        ),
        migrations.AddField(
            model_name="action",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="coordination.body"
            ),
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("first_person", models.UUIDField(editable=False, null=True)),
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
                        default="ordinary",
                        max_length=10,
                    ),
                ),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField()),
                ("says", models.CharField(max_length=1000)),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="decisions",
                        to="coordination.agendaitem",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.AddField(
            model_name="action",
            name="decision",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="actions", to="coordination.decision"
            ),
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField()),
                ("period", models.DateField(null=True)),
                ("on", models.DateField()),
                ("starts_at", models.TimeField(null=True)),
                ("venue", models.CharField(blank=True, max_length=160)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("called", "called"),
                            ("held", "held"),
                            ("not_held", "not held"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("because", models.CharField(blank=True, max_length=300)),
                (
                    "whose",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("chair", "the chair"),
                            ("secretary", "the secretary"),
                            ("court", "the court"),
                            ("prison", "the prison"),
                            ("government", "the government"),
                            ("no_quorum", "too few came"),
                            ("outside", "something outside: flood, strike, unrest"),
                            ("not_said", "nobody said why"),
                        ],
                        max_length=12,
                    ),
                ),
                ("called_at", models.DateTimeField(null=True)),
                ("called_by_name", models.CharField(blank=True, max_length=120)),
                ("quorum", models.PositiveSmallIntegerField(null=True)),
                ("there", models.PositiveSmallIntegerField(null=True)),
                ("opening", models.CharField(blank=True, max_length=1000)),
                ("minutes_ready_at", models.DateTimeField(null=True)),
                ("minutes_by_name", models.CharField(blank=True, max_length=120)),
                ("approved_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "approved_in",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approves",
                        to="coordination.meeting",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="meetings", to="coordination.body"
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-number"),
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="coordination.meeting"
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="items", to="coordination.meeting"
            ),
        ),
        migrations.CreateModel(
            name="Moved",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("from_on", models.DateField()),
                ("to_on", models.DateField()),
                ("because", models.CharField(max_length=300)),
                (
                    "whose",
                    models.CharField(
                        choices=[
                            ("chair", "the chair"),
                            ("secretary", "the secretary"),
                            ("court", "the court"),
                            ("prison", "the prison"),
                            ("government", "the government"),
                            ("no_quorum", "too few came"),
                            ("outside", "something outside: flood, strike, unrest"),
                            ("not_said", "nobody said why"),
                        ],
                        max_length=12,
                    ),
                ),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="moves", to="coordination.meeting"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="CopyLink",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("pin", models.CharField(max_length=200)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_because", models.CharField(blank=True, max_length=20)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("looks", models.PositiveIntegerField(default=0)),
                ("last_look_at", models.DateTimeField(null=True)),
                (
                    "copy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links", to="coordination.papercopy"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=160)),
                ("title_ur", models.CharField(blank=True, max_length=160)),
                ("is_chair", models.BooleanField(default=False)),
                ("votes", models.BooleanField(default=True)),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("ended_on", models.DateField(null=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="posts", to="coordination.body"
                    ),
                ),
            ],
            options={
                "ordering": ("-is_chair", "order", "id"),
            },
        ),
        migrations.AddField(
            model_name="papercopy",
            name="post",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="coordination.post"
            ),
        ),
        migrations.CreateModel(
            name="Holder",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("email", models.EmailField(blank=True, max_length=120)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="holders", to="coordination.post"
                    ),
                ),
            ],
            options={
                "ordering": ("-started_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(blank=True, max_length=120)),
                (
                    "came",
                    models.CharField(
                        choices=[("present", "present"), ("sent", "sent somebody"), ("absent", "absent")], max_length=8
                    ),
                ),
                ("deputy", models.CharField(blank=True, max_length=120)),
                ("because", models.CharField(blank=True, max_length=300)),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="coordination.meeting",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="coordination.post"
                    ),
                ),
            ],
            options={
                "ordering": ("-post__is_chair", "post__order", "id"),
            },
        ),
        migrations.AddField(
            model_name="action",
            name="post",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="coordination.post"
            ),
        ),
        migrations.CreateModel(
            name="Papers",
            fields=[
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="papers",
                        serialize=False,
                        to="coordination.meeting",
                    ),
                ),
                ("use_until", models.DateField()),
                ("sent_at", models.DateTimeField()),
                ("sent_by_name", models.CharField(max_length=120)),
                (
                    "pack",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="legal.pack"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="papercopy",
            name="papers",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="copies", to="coordination.papers"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(fields=("body", "number"), name="coordination_meeting_number"),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(fields=("body", "period"), name="coordination_meeting_period"),
        ),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(fields=("meeting", "number"), name="coordination_decision_number"),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                fields=("meeting", "source", "key", "person"), name="coordination_item_of_person_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("person", None)), fields=("meeting", "source", "key"), name="coordination_item_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="holder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("post",), name="coordination_one_holds_a_post"
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(fields=("meeting", "post"), name="coordination_came_once"),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["body", "state", "due_on"], name="coordination_action_due"),
        ),
        migrations.AddConstraint(
            model_name="papercopy",
            constraint=models.UniqueConstraint(fields=("papers", "number"), name="coordination_copy_number"),
        ),
        *walls_of_bodies(),
    ]
