"""The pages' Chinese: reads ``django.po``, writes ``django.mo``. In Python, because msgfmt is not on every machine.

``python -m sync.central.cases.wording`` compiles after the .po was edited; a test fails when somebody forgot.
"""

import ast
import struct
from pathlib import Path
from typing import Final

from kiosk.errors import ConfigError

LOCALE: Final = Path(__file__).parents[3] / "assets" / "central" / "locale"
_MAGIC: Final = 0x950412DE


def read_po(text: str) -> dict[str, list[str]]:
    """The entries of a .po file: message id (context and plural joined as gettext does) → its translations."""
    entries: dict[str, list[str]] = {}
    for number, block in enumerate(text.split("\n\n"), 1):
        fields = _fields(block, number)
        if "msgid" not in fields:
            continue
        identity = fields["msgid"] + ("\0" + fields["msgid_plural"] if "msgid_plural" in fields else "")
        if "msgctxt" in fields:
            identity = fields["msgctxt"] + "\x04" + identity
        if identity in entries:
            raise ConfigError(f"po: block {number}: the same message twice")
        entries[identity] = [value for name, value in fields.items() if name.startswith("msgstr")]
    return entries


def write_mo(entries: dict[str, list[str]]) -> bytes:
    """The bytes of a .mo file, the same for the same entries."""
    ids = sorted(entry.encode() for entry in entries)
    texts = ["\0".join(entries[identity.decode()]).encode() for identity in ids]
    start = 28 + 16 * len(ids)
    table, data = [], b""
    for values in (ids, texts):
        for value in values:
            table.append((len(value), start + len(data)))
            data += value + b"\0"
    header = struct.pack("<7I", _MAGIC, 0, len(ids), 28, 28 + 8 * len(ids), 0, 0)
    return header + b"".join(struct.pack("<2I", *row) for row in table) + data


def compile_all() -> list[Path]:
    """Writes every .mo beside its .po."""
    written = []
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        mo.write_bytes(write_mo(read_po(po.read_text("utf-8"))))
        written.append(mo)
    return written


def _fields(block: str, number: int) -> dict[str, str]:
    fields: dict[str, str] = {}
    name = ""
    for line in block.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        keyword, _, quoted = ("", "", line) if line.startswith('"') else line.partition(" ")
        if keyword:
            name, fields[keyword] = keyword, ""
        try:
            fields[name] += ast.literal_eval(quoted.strip())
        except (SyntaxError, ValueError, KeyError) as error:
            raise ConfigError(f"po: block {number}: cannot be read") from error
    return fields


if __name__ == "__main__":
    compile_all()
