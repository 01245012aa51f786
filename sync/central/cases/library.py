"""The forms that this centre can read, by id. Parsed once each; what cannot run is as good as not there.

A form that the centre published itself lies in its data folder and counts over the product's own.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

from django.conf import settings

from kiosk.errors import FormError
from kiosk.forms.model import Form
from kiosk.forms.xform import parse_form
from sync.central.cases.taxonomy import ASSETS

FORMS: Final = ASSETS / "forms" / "xform"
COMMONS: Final = ASSETS / "forms" / "commons" / "xform"  # follow-ups, votes, sign-ups: opened by no tile of home
SHIPPED: Final = (FORMS, COMMONS)


def form(name: str) -> Form | None:
    """The form of an id, or None where this centre does not have it."""
    if not name.replace("-", "").isalnum():
        return None
    folders = (settings.PLACES.data / "forms", *SHIPPED)
    file = next((at for folder in folders if (at := folder / f"{name}.xml").is_file()), None)
    return _parsed(file, file.stat().st_mtime_ns) if file else None


def all_forms() -> list[Form]:
    """Every form that can be read, by id."""
    own = settings.PLACES.data / "forms"
    names = sorted({file.stem for folder in (FORMS, own) for file in folder.glob("*.xml")})
    return [found for name in names if (found := form(name)) is not None]


@lru_cache(maxsize=128)
def _parsed(file: Path, stamp: int) -> Form | None:  # noqa: ARG001 — the stamp is the cache's key
    try:
        return parse_form(file.read_bytes())
    except FormError:
        return None
