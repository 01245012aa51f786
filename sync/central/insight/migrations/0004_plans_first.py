"""Cases that came before this rule did go on without a plan: it counts from the day it is laid."""

from django.db import migrations
from django.utils import timezone


def since_today(apps, schema_editor) -> None:
    kept = apps.get_model("intake", "Kept").objects.using(schema_editor.connection.alias)
    kept.get_or_create(name="plans_first", defaults={"value": timezone.localdate().isoformat()})


class Migration(migrations.Migration):
    dependencies = [
        ("insight", "0003_ages"),
        ("intake", "0005_loose_voices"),
    ]

    operations = [migrations.RunPython(since_today, migrations.RunPython.noop)]
