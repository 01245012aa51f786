"""The forms that this centre can read, by id. Parsed once each; what cannot run is as good as not there."""

from functools import lru_cache
from typing import Final

from kiosk.errors import FormError
from kiosk.forms.model import Form
from kiosk.forms.xform import parse_form
from sync.central.cases.taxonomy import ASSETS

FORMS: Final = ASSETS / "forms" / "xform"
COMMONS: Final = ASSETS / "forms" / "commons" / "xform"  # follow-ups, votes, sign-ups: opened by no tile of home


@lru_cache(maxsize=64)
def form(name: str) -> Form | None:
    """The form of an id, or None where this centre does not have it."""
    if not name.replace("-", "").isalnum():
        return None
    file = next((at for folder in (FORMS, COMMONS) if (at := folder / f"{name}.xml").is_file()), None)
    if file is None:
        return None
    try:
        return parse_form(file.read_bytes())
    except FormError:
        return None
