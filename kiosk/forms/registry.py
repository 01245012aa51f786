"""Which forms are in use: those that ship with the terminal, and those that were put in since.

A published version never changes. Old versions stay readable; the newest of a form is the one put in last, else the
one that ships.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from kiosk.errors import FormError
from kiosk.forms.xform import Form, parse_form
from kiosk.store import FormRow

BUILTIN: Final = Path(__file__).parents[2] / "assets" / "forms" / "xform"


class FormRows(Protocol):
    """Where forms that were put in are kept: kiosk.store.Store."""

    def form_rows(self) -> Sequence[FormRow]:
        """Every version of every form, the one put in last at the end."""
        ...


def form_row(form: Form, xml: bytes, origin: str) -> FormRow:
    """A form as the store keeps it; origin: "centre" or "here"."""
    return FormRow(form.id, form.version, form.hash, xml, origin)


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a form; origin: "builtin", "centre" or "here"; current: whether it is the one to open."""

    form: Form
    origin: str
    current: bool


@dataclass(slots=True)
class Registry:
    """The forms of one terminal. Each reading looks again, so that a form is in use as soon as it was put in."""

    builtin: Path = BUILTIN
    store: FormRows | None = None
    _parsed: dict[bytes, Form] = field(default_factory=dict, repr=False)

    def latest(self, form_id: str) -> Form:
        """The version of a form to open. Raises FormError when there is no such form."""
        for row in reversed(self._rows()):
            if row.form == form_id and (form := self._running(row.xform)) is not None:
                return form
        if (xml := self._builtin(form_id)) is not None:
            return self._form(xml)
        raise FormError(f"form {form_id}: not on this terminal")

    def get(self, form_id: str, version: str) -> Form:
        """A version of a form, old ones too. Raises FormError when it is not here."""
        for row in self._rows():
            if (row.form, row.version) == (form_id, version):
                return self._form(row.xform)
        for xml in (self._builtin(form_id), self._released(form_id, version)):
            if xml is not None and (form := self._form(xml)).version == version:
                return form
        raise FormError(f"form {form_id} {version}: not on this terminal")

    def editions(self) -> tuple[Edition, ...]:
        """Every version of every form, by form; of each the current one first."""
        return tuple(sorted(self._editions(), key=lambda edition: (edition.form.id, not edition.current)))

    def check_new(self, form: Form) -> None:
        """Raises FormError if this version was published with other content."""
        try:
            known = self.get(form.id, form.version)
        except FormError:
            return
        if known.hash != form.hash:
            raise FormError(
                f"form {form.id} {form.version}: published already with other content, and a published version never "
                "changes; give it a new version"
            )

    def _editions(self) -> Iterator[Edition]:
        for path in sorted(self.builtin.glob("*.xml")):
            form = self._form(path.read_bytes())
            yield Edition(form, "builtin", self.latest(form.id).hash == form.hash)
        for row in self._rows():
            if (form := self._running(row.xform)) is not None:
                yield Edition(form, row.origin, self.latest(form.id).hash == form.hash)

    def _rows(self) -> Sequence[FormRow]:
        return self.store.form_rows() if self.store is not None else ()

    def _builtin(self, form_id: str) -> bytes | None:
        path = self.builtin / f"{form_id}.xml"
        return path.read_bytes() if path.parent == self.builtin and path.is_file() else None

    def _released(self, form_id: str, version: str) -> bytes | None:
        """A version that shipped before: records and codes to scan may still name it."""
        path = self.builtin / version / f"{form_id}.xml"
        return path.read_bytes() if path.parent.parent == self.builtin and path.is_file() else None

    def _running(self, xml: bytes) -> Form | None:
        """A form that was put in; None when this program cannot run it: then the one before must do."""
        try:
            return self._form(xml)
        except FormError:
            return None

    def _form(self, xml: bytes) -> Form:
        digest = hashlib.sha256(xml).digest()
        if digest not in self._parsed:
            self._parsed[digest] = parse_form(xml)
        return self._parsed[digest]
