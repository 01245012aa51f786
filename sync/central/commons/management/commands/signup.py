"""``central signup``."""

import argparse
from typing import Any

from django.utils import timezone

from sync.central.cases import ballots
from sync.central.commands import Command as Central
from sync.central.commons import opening, options
from sync.central.commons.models import Course


class Command(Central):
    help = "Opens, closes and counts courses that start when enough people join (拼单)."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        what = options.subcommands(parser)
        new = what.add_parser("open", help="let people join a course from today on")
        new.add_argument("name", metavar="NAME", help="small letters, digits and hyphens, e.g. guzheng-spring")
        options.words(new, "title", "what the course is called", required=True)
        options.words(new, "detail", "when, where, for whom")
        new.add_argument("--threshold", type=int, default=opening.THRESHOLD, help="how many it needs (default: 15)")
        new.add_argument("--until", type=options.day, metavar="YYYY-MM-DD", help="its last day (default: 30 days)")
        options.venue(new)
        end = what.add_parser("close", help="end it, or say where and when the course starts")
        end.add_argument("name", metavar="NAME")
        options.words(end, "outcome", "what came of it")
        what.add_parser("list", help="every course with its count")

    def handle(self, *_: Any, **given: Any) -> None:
        today = timezone.localdate()
        if given["do"] == "open":
            course = opening.open_course(
                given["name"],
                opening.both(given["title"], given["title_en"]),
                opening.both(given["detail"], given["detail_en"]),
                venue=opening.venue_of(given["venue"]),
                today=today,
                until=given["until"],
                threshold=given["threshold"],
            )
            self.stdout.write(f"{course.id}: open until {course.until}, starts with {course.threshold}")
        elif given["do"] == "close":
            outcome = opening.both(given["outcome"], given["outcome_en"])
            course = opening.close(Course, given["name"], outcome, today)
            self.stdout.write(f"{course.id}: over since {course.closed or course.until}")
        else:
            for course in Course.objects.order_by("-opened", "id"):
                count = ballots.counts(course.venue_id, ballots.JOIN, [course.id])[course.id][ballots.JOIN]
                until = course.closed or course.until
                self.stdout.write(f"{course.id}  {count}/{course.threshold}  until {until}  {course.title['zh-Hans']}")
        options.tell()
