"""Writes TOML back as a person wrote it: what did not change keeps its lines, its order and its comments.

A settings form changes three numbers of a file of a hundred lines; the next reader of the file, and of its
differences, should see three lines. ``tomllib.loads(rewritten(old, values)) == values`` holds for all values that TOML
can say; dotted keys are the one thing it does not keep, they become plain tables.
"""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Final

WIDE: Final = 118  # characters of a line; a longer list gets a line for each item
_BARE: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
Path = tuple[str | int, ...]


@dataclass(slots=True)
class _Old:
    """The lines of a file by what they say. before: comments and blank lines that stand above each."""

    head: str = ""
    tables: dict[Path, str] = field(default_factory=dict)
    lines: dict[Path, str] = field(default_factory=dict)
    values: dict[Path, Any] = field(default_factory=dict)
    before: dict[Path, str] = field(default_factory=dict)
    tail: str = ""


def rewritten(old: str, values: Mapping[str, Any]) -> str:
    """The text of values, as near to the old text as can be. Raises tomllib.TOMLDecodeError when the old is unsound."""
    if _same(tomllib.loads(old), values):
        return old
    lines = _read(old)
    made = [lines.head, *_table((), (), values, lines), lines.tail]
    return "".join(made).lstrip("\n")


def said(value: Any) -> str:
    """One value, as TOML writes it."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case date() | time():
            return value.isoformat()
        case Mapping():
            inside = ", ".join(f"{_key(name)} = {said(one)}" for name, one in value.items())
            return f"{{ {inside} }}" if inside else "{}"
        case Sequence():
            items = [said(one) for one in value]
            short = f"[{', '.join(items)}]"
            return short if len(short) < WIDE else "[\n" + "".join(f"  {one},\n" for one in items) + "]"
    return repr(value)


def _table(path: Path, was: Path, values: Mapping[str, Any], old: _Old) -> list[str]:
    """A table's own lines, then the tables in it. was: where it stood in the old text."""
    inner = [name for name in values if _apart(was, name, values[name], old)]
    made = [_line(was, name, value, old) for name, value in values.items() if name not in inner]
    for name in inner:
        value, here, there = values[name], (*path, name), (*was, name)
        if isinstance(value, list):
            for place, source in enumerate(_sources(there, value, old)):
                made += [_header(here, (*there, source), old, twice=True)]
                made += _table((*here, place), (*there, source), value[place], old)
        else:
            if there in old.tables or not value or not all(_apart(there, one, value[one], old) for one in value):
                made.append(_header(here, there, old))
            made += _table(here, there, value, old)
    return made


def _apart(was: Path, name: str, value: Any, old: _Old) -> bool:
    """Whether a value is a table under a header of its own, as it was before or as its neighbours are."""
    there = (*was, name)
    if isinstance(value, list):
        rows = bool(value) and all(isinstance(one, Mapping) for one in value)
        return rows and ((*there, 0) in old.tables or (not was and there not in old.lines))
    if not isinstance(value, Mapping) or there in old.lines:
        return False
    under = {path[: len(there)] for path in old.tables if len(path) >= len(there)}
    return there in under or any(path[:-1] == was for path in under) or (not was and there not in old.lines)


def _sources(there: Path, rows: Sequence[Any], old: _Old) -> list[int]:
    """For each row of a list of tables the row of the old text that it is; -1: none."""
    known = {place: value for place in range(len(rows) + 999) if (value := old.values.get((*there, place))) is not None}
    free, found = dict(known), [-1] * len(rows)
    for exact in (True, False):
        for place, row in enumerate(rows):
            if found[place] >= 0:
                continue
            same = [at for at, value in free.items() if (_same(value, row) if exact else at == place)]
            if same:
                found[place] = same[0]
                del free[same[0]]
    return found


def _line(was: Path, name: str, value: Any, old: _Old) -> str:
    path = (*was, name)
    before, line = old.before.get(path, ""), old.lines.get(path, "")
    if line and _same(old.values[path], value):
        return before + line
    note = _note(line, old.values.get(path)) if line else ""
    return f"{before}{_key(name)} = {said(value)}{note}\n"


def _header(path: Path, was: Path, old: _Old, *, twice: bool = False) -> str:
    names = ".".join(_key(name) for name in path if isinstance(name, str))
    if was in old.tables and path == tuple(one for one in was[: len(path)]):
        return old.before.get(was, "") + old.tables[was]
    return f"\n[[{names}]]\n" if twice else f"\n[{names}]\n"


def _note(line: str, value: Any) -> str:
    """The comment behind a value of one line."""
    at = line.find("#")
    while at >= 0:
        try:
            if _same(next(iter(tomllib.loads(line[:at]).values())), value):
                return line[len(line[:at].rstrip()) :].rstrip("\n")
        except tomllib.TOMLDecodeError:
            pass
        at = line.find("#", at + 1)
    return ""


def _key(name: str) -> str:
    return name if name and _BARE.issuperset(name) else said(name)


def _same(one: Any, other: Any) -> bool:
    """Equal, of the same types, and in the same order."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return list(one) == list(other) and all(_same(one[name], other[name]) for name in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return type(one) is type(other) and one == other


def _read(text: str) -> _Old:
    """Statement by statement; one ends where tomllib can read it."""
    old, at, before, pending = _Old(), (), "", ""
    whole = tomllib.loads(text)
    counts: dict[Path, int] = {}
    for line in (text if text.endswith("\n") else f"{text}\n").splitlines(keepends=True):
        if not pending and (not line.strip() or line.lstrip().startswith("#")):
            before += line
            continue
        pending += line
        try:
            read = tomllib.loads(pending)
        except tomllib.TOMLDecodeError:
            continue
        if not old.lines and not old.tables:
            old.head, before = _split(before)
        if pending.lstrip().startswith("["):
            at = _opened(read, pending, counts)
            old.tables[at], old.values[at] = pending, _at(whole, at)
            old.before[at] = before
        else:
            name, value = next(iter(read.items()))
            if _at(whole, (*at, name)) == value:  # else a dotted key: written anew
                old.lines[*at, name], old.values[*at, name] = pending, value
                old.before[*at, name] = before
        before = pending = ""
    old.tail = before
    return old


def _split(before: str) -> tuple[str, str]:
    """The comment of the whole file, and what belongs to its first statement."""
    head, blank, rest = before.rpartition("\n\n")
    return (head + blank, rest) if blank else (before, "")


def _opened(read: Any, header: str, counts: dict[Path, int]) -> Path:
    """The path that a header opens; a list's row has its number in it."""
    path: Path = ()
    while isinstance(read, dict | list) and read:
        if isinstance(read, list):
            read = read[0]
            continue
        name, read = next(iter(read.items()))
        path = (*path, name)
        if path in counts and (read != [{}] or not header.lstrip().startswith("[[")):
            path = (*path, counts[path])
    if header.lstrip().startswith("[["):
        counts[path] = counts.get(path, -1) + 1
        path = (*path, counts[path])
    return path


def _at(whole: Any, path: Path) -> Any:
    for name in path:
        inside = name in whole if isinstance(whole, dict) else isinstance(name, int)
        whole = whole[name] if inside else None
        if whole is None:
            return None
    return whole
