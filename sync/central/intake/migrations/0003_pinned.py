"""Which of the centre's signing keys a terminal believes: after a rotation they differ for a while."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_chains")]

    operations = [
        migrations.AddField(
            model_name="terminal",
            name="pinned",
            field=models.CharField(blank=True, default="", max_length=16),
            preserve_default=False,
        )
    ]
