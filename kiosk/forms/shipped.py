"""The forms that ship, compiled: ``python -m kiosk.forms.shipped`` writes assets/forms/xform/ anew. For developers.

The compiled forms are kept in the repository, because a terminal starts without pyxform and a hash must not depend
on whose machine compiled it. Only what changed is written.
"""

import sys
from pathlib import Path
from typing import Final

from kiosk.errors import FormError
from kiosk.forms.authoring import check, compile_form

FORMS: Final = Path(__file__).parents[2] / "assets" / "forms"
COMMONS: Final = FORMS / "commons"  # what no tile of home opens: follow-ups, votes, sign-ups


def sources(folder: Path = FORMS) -> tuple[Path, ...]:
    """The forms in a folder, as they are written: every ``.md`` but the README."""
    return tuple(sorted(path for path in folder.glob("*.md") if path.stem != "README"))


def write_all(folder: Path = FORMS) -> tuple[Path, ...]:
    """Compiles every form of a folder into its ``xform/``; the files that changed. Raises FormError on the first
    form that has anything to mend, hints among it: what we ship is clean."""
    changed = []
    for source in sources(folder):
        if problems := check(source):
            raise FormError(f"{source.name}: {problems[0]}")
        xml, target = compile_form(source), folder / "xform" / f"{source.stem}.xml"
        if not target.exists() or target.read_bytes() != xml:
            target.write_bytes(xml)
            changed.append(target)
    return tuple(changed)


if __name__ == "__main__":
    try:
        for path in (*write_all(), *write_all(COMMONS)):
            print(path.name)
    except FormError as error:
        sys.exit(str(error))
