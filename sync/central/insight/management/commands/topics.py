"""``central topics``."""

import argparse
from typing import Any

from django.conf import settings
from django.utils import timezone

from sync.central.commands import Command as Central
from sync.central.insight import topics, weighing
from sync.central.intake.models import Venue


class Command(Central):
    help = "Groups what is new into topics and weighs every topic; for the night."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--venue", help="one venue alone")

    def handle(self, *_: Any, **options: Any) -> None:
        rules, today = weighing.load(settings.PLACES.data), timezone.localdate()
        venues = Venue.objects.order_by("id").values_list("id", flat=True)
        for venue in venues.filter(id=options["venue"]) if options["venue"] else venues:
            night = topics.work(venue, today, rules)
            self.stdout.write(
                f"{venue}: {night.cases} cases; {night.joined} joined a topic, {night.proposed} topics proposed, "
                f"{night.weighed} weighed"
            )
