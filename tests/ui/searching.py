"""Looks for a word everywhere a visitor's words could have stayed: screens, view-models, Python, clipboard, files."""

import gc
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

_TREE = """(function (window, wanted) {
    const found = [], seen = new Set();
    function holds(value, depth) {
        if (typeof value === "string")
            return value.toLowerCase().includes(wanted);
        if (value === null || typeof value !== "object" || depth > 4 || value.objectName !== undefined)
            return false; // an object of the tree is walked for itself
        if (value.r !== undefined || value.x !== undefined || value.pixelSize !== undefined)
            return false; // a colour, a place, a font
        for (const key in value)
            if (holds(value[key], depth + 1))
                return true;
        return false;
    }
    const dull = new Set(["children", "data", "resources", "parent", "visibleChildren", "states", "transitions",
                          "transform", "anchors", "layer", "containmentMask", "childrenRect", "font", "fontInfo"]);
    function walk(item, path) {
        if (!item || seen.has(item))
            return;
        seen.add(item);
        const here = path + "/" + (item.objectName || String(item).split("(")[0]);
        for (const key in item) {
            if (dull.has(key))
                continue;
            let value;
            try { value = item[key]; } catch (error) { continue; }
            if (typeof value !== "function" && holds(value, 0))
                found.push(here + "." + key);
        }
        for (const list of [item.children, item.data, item.resources])
            for (let i = 0; list && i < list.length; ++i)
                walk(list[i], here);
        if (item.item)
            walk(item.item, here);
    }
    walk(window.contentItem, "");
    return [found, seen.size];
})"""


def in_screens(terminal: Any, word: str) -> tuple[list[str], int]:
    """Properties of QML objects, shown or not, that hold the word; and how many objects were looked at."""
    walk = terminal.engine.evaluate(_TREE)
    found = walk.call([terminal.engine.newQObject(terminal.window), terminal.engine.toScriptValue(word)])
    assert not found.isError(), found.toString()
    places, count = found.toVariant()
    return list(places), int(count)


def in_view_models(models: list[QObject], word: str) -> list[str]:
    """Properties of view-models that hold the word."""
    found = []
    for model in models:
        meta = model.metaObject()
        for place in range(meta.propertyCount()):
            name = meta.property(place).name()
            if word in repr(model.property(name)).lower():
                found.append(f"{type(model).__name__}.{name}")
    return found


def in_python(word: str) -> list[str]:
    """Kinds of Python objects that refer to a text with the word, apart from the running test."""
    gc.collect()
    mine = set(map(id, _frames(sys._getframe())))
    found = []
    for one in gc.get_objects():
        if isinstance(one, FrameType) or id(one) in mine:
            continue
        for held in gc.get_referents(one):
            if isinstance(held, str | bytes) and _holds(held, word):
                kind = f"{type(one).__module__}.{type(one).__name__}"
                found.append(f"{kind} {list(one)[:6] if isinstance(one, dict) else ''}")
    return found


def _holds(held: str | bytes, word: str) -> bool:
    return held is not word and (word in held.lower() if isinstance(held, str) else word.encode() in held.lower())


def _frames(frame: FrameType | None) -> Iterator[object]:
    while frame is not None:
        yield frame
        yield frame.f_locals
        yield frame.f_code.co_consts
        yield frame.f_code
        frame = frame.f_back


def in_clipboard(word: str) -> bool:
    """Whether the clipboard or the selection holds the word."""
    clipboard = QGuiApplication.clipboard()
    modes = [clipboard.Mode.Clipboard, *([clipboard.Mode.Selection] if clipboard.supportsSelection() else [])]
    return any(word in clipboard.text(mode).lower() for mode in modes)


def in_files(folders: list[Path], word: str, but: str = "$^") -> list[str]:
    """Files below these folders that hold the word in any case, as UTF-8 or UTF-16; but: names that may."""
    wanted = [word.encode(), word.encode("utf-16-le")]
    files = [
        path for folder in folders for path in folder.rglob("*") if path.is_file() and not re.search(but, path.name)
    ]
    return [path.name for path in files if any(one in path.read_bytes().lower() for one in wanted)]


def in_memory(word: str) -> int:
    """How often the word still lies in this process' memory, freed places included. A figure, not a promise."""
    count, wanted = 0, word.encode()
    try:
        with Path("/proc/self/maps").open() as maps, Path("/proc/self/mem").open("rb", 0) as memory:
            for line in maps:
                span, rights, *_, last = line.split()
                start, end = (int(part, 16) for part in span.split("-"))
                if not rights.startswith("rw") or "/" in last or end - start > 2**27:
                    continue
                try:
                    memory.seek(start)
                    count += memory.read(end - start).lower().count(wanted)
                except (OSError, ValueError):
                    continue
    except OSError:
        return -1
    return count
