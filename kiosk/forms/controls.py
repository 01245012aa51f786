"""The body of an XForm: which control, which type, on which screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kiosk.errors import FormError
from kiosk.forms.flaws import Flaws
from kiosk.forms.guard import ODK, XF, local

# What the screen does with an appearance, and what it can pass over because only the look would differ.
SHOWN: Final[Mapping[str, frozenset[str]]] = {
    "select_one": frozenset({"likert", "quick", "columns-pack"}),
    "select_multiple": frozenset({"columns-pack"}),
    "rank": frozenset(),
    "text": frozenset({"multiline", "numbers"}),
    "integer": frozenset(),
    "decimal": frozenset(),
    "date": frozenset(),
    "range": frozenset(),
    "image": frozenset({"draw"}),
    "audio": frozenset(),
    "acknowledge": frozenset(),
    "note": frozenset(),
    "group": frozenset({"field-list"}),
}
PASSED_OVER: Final = frozenset(
    {"autocomplete", "columns", "compact", "horizontal", "horizontal-compact", "minimal", "no-buttons", "no-calendar"}
    | {"no-ticks", "picker", "rating", "thousands-sep", "vertical"}
    | {f"w{width}" for width in range(1, 13)}
    | {f"columns-{count}" for count in range(1, 11)}
)
_INPUTS = {"string": "text", "int": "integer", "decimal": "decimal", "date": "date", "": "text"}
_CONTROLS = {"select1": "select_one", "select": "select_multiple", "rank": "rank", "trigger": "acknowledge"}
_RANGE = {"start": "1", "end": "10", "step": "1"}
_CHILDREN = {"label", "hint", "itemset", "item", "help", "setvalue"}


@dataclass(frozen=True, slots=True)
class Control:
    """A control of the body with the path it is for; groups on the way down, outermost first."""

    element: Any
    path: str
    groups: tuple[str, ...]


def walk(body: Any, root_path: str, flaws: Flaws) -> tuple[list[Control], list[Control]]:
    """Controls and groups of the body, in its order."""
    controls: list[Control] = []
    groups: list[Control] = []
    for control in _walk(body, (), root_path, flaws):
        (groups if local(control.element) == "group" else controls).append(control)
    return controls, groups


def _walk(parent: Any, above: tuple[str, ...], root_path: str, flaws: Flaws) -> Iterator[Control]:
    for element in parent:
        name = local(element)
        if name == "repeat":
            flaws.add(element.get("nodeset", ""), "repeats do not run here", "type")
        elif name == "group":
            path = _path(element, root_path)
            yield Control(element, path, above)
            yield from _walk(element, (*above, path) if path else above, root_path, flaws)
        elif name in _CHILDREN and above:
            continue
        elif element.tag.startswith((XF, ODK)) and (path := _path(element, root_path)):
            yield Control(element, path, above)
        else:
            flaws.add("", f"<{name}> in the body does not run here")


def _path(element: Any, root_path: str) -> str:
    path = (element.get("ref") or element.get("nodeset") or "").strip()
    return path if path.startswith("/") or not path else f"{root_path}/{path}"


def type_of(element: Any, bind_type: str, readonly: bool) -> str:
    """The type of a control. Raises FormError with what it is when it does not run here."""
    name = local(element)
    bind_type = bind_type.rpartition(":")[2]
    if name in _CONTROLS:
        return _CONTROLS[name]
    if name == "input":
        if readonly:
            return "note"
        if bind_type in _INPUTS:
            return _INPUTS[bind_type]
        raise FormError(f"the type {bind_type} does not run here")
    if name == "range":
        return "range"
    if name == "upload":
        return _upload(element)
    raise FormError(f"<{name}> does not run here")


def _upload(element: Any) -> str:
    media = element.get("mediatype", "")
    if media.startswith("image/"):
        if "draw" not in element.get("appearance", "").split():
            raise FormError("a photo cannot be taken here; with the appearance 'draw' a visitor can draw")
        return "image"
    if media.startswith("audio/"):
        return "audio"
    raise FormError(f"a file of type {media} cannot be given here")


def appearance_of(element: Any, type_: str, path: str, flaws: Flaws) -> frozenset[str]:
    """The appearances of a control that make a difference here; one that would change its meaning is a flaw."""
    given = frozenset(element.get("appearance", "").split())
    for unknown in sorted(given - SHOWN.get(type_, frozenset()) - PASSED_OVER):
        flaws.add(path, f"the appearance {unknown!r} does not run here on {type_}", "appearance")
    return given


def range_of(element: Any) -> tuple[int, int, int]:
    """Start, end and step. Raises FormError unless they are whole numbers that make a scale."""
    try:
        start, end, step = (
            int(element.get(name, default)) for name, default in (("start", "1"), ("end", "10"), ("step", "1"))
        )
    except ValueError as error:
        raise FormError("a range that is not of whole numbers") from error
    if step <= 0 or end <= start or (end - start) % step:
        raise FormError("a range whose steps do not lead from start to end")
    return start, end, step
