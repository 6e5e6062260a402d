from django.db import migrations, models

import rihai.kit.ids
from rihai.kit.sealed import BlindIndex, SealedText


class Migration(migrations.Migration):
    initial = True
    dependencies = [("kit", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Numbered",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", SealedText(seal="tests.numbered.number")),
                ("number_index", BlindIndex(of="number", seal="tests.numbered.number")),
                ("said", SealedText(seal="tests.numbered.said", null=True)),
                ("place", models.CharField(max_length=50, blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Matter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("owner_id", models.UUIDField("owner", null=True, blank=True, db_index=True)),
                ("due_on", models.DateField("due on", null=True, blank=True, db_index=True)),
                ("done_on", models.DateField("done on", null=True, blank=True)),
            ],
        ),
    ]
