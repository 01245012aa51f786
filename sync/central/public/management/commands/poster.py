"""``central poster``."""

import argparse
from pathlib import Path
from typing import Any

from django.conf import settings

from kiosk.errors import CallerError
from sync.central.commands import Command as Central
from sync.central.intake.models import Venue
from sync.central.public import entry, hours, poster, shelf
from sync.central.public.words import pick


class Command(Central):
    help = "Makes a poster or a table tent with a code to scan: for a venue, for a form of it, or for one activity."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("venue", help="id of the venue")
        parser.add_argument("form", nargs="?", default="", help="id of a form; without it, the choice of forms")
        parser.add_argument("item", nargs="?", default="", help="an activity: name of an entry of the form's live list")
        parser.add_argument("--size", choices=sorted(poster.SHEETS), default="A4", help="paper: A3, A4, or tent (A4)")
        parser.add_argument("--source", default="poster", help="what is recorded as where people came from")
        parser.add_argument("--out", type=Path, required=True, help="the PDF to write")

    def handle(self, *_: Any, **options: Any) -> Any:
        public = settings.PUBLIC_URL
        if not public.startswith("https://"):
            raise CallerError("CENTRAL_PUBLIC_URL: an https address is needed, or no phone could open the code")
        venue = Venue.objects.filter(pk=options["venue"]).first()
        if venue is None:
            raise CallerError(f"venue: there is none called {options['venue']}")
        made = poster.pdf(self._poster(public, venue, options), options["size"])
        options["out"].write_bytes(made)
        self.stdout.write(str(options["out"]))

    def _poster(self, public: str, venue: Venue, options: dict[str, Any]) -> poster.Poster:
        path = "/".join(part for part in (venue.pk, options["form"], options["item"]) if part)
        source = options["source"]
        if source and not (source.isascii() and source.replace("-", "").isalnum() and len(source) <= 32):
            raise CallerError("--source: up to 32 letters, digits and dashes")
        opening = venue.config.get("opening", {}) if isinstance(venue.config, dict) else {}
        return poster.Poster(
            address=f"{public}/v/{path}" + (f"?s={source}" if source else ""),
            venue={language: pick(venue.name, language) for language in poster.LANGUAGES},
            about={language: self._about(venue, options, language) for language in poster.LANGUAGES},
            hours={language: hours.said(opening, poster.words(language)) for language in poster.LANGUAGES},
        )

    def _about(self, venue: Venue, options: dict[str, Any], language: str) -> str:
        """The name of the form, or of the activity; nothing for a whole venue."""
        if not options["form"]:
            return ""
        form = shelf.shelf().newest.get(options["form"])
        if form is None:
            raise CallerError(f"form: there is none called {options['form']}")
        opening = shelf.catalogue().openings.get(form.id)
        title = pick(opening.name, language) if opening else form.title(language)
        if options["item"]:
            title = self._activity(venue, options["item"], form, language)
        return poster.words(language)["about"].format(title=title)

    def _activity(self, venue: Venue, item: str, form: Any, language: str) -> str:
        asked = entry.about(form)
        rows = shelf.lists(venue.pk).get(asked.itemset.instance, ()) if asked and asked.itemset else ()
        row = next((row for row in rows if row.get("name") == item), None)
        if row is None:
            raise CallerError(f"item: {form.id} knows no activity called {item}")
        return str(row.get("label_en") or row["label"]) if language == "en" else str(row["label"])
