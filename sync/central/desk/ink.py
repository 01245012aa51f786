"""A drawing as inline SVG. Strokes come in tenths of a millimetre; only whole numbers reach the page."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

MARGIN: Final = 10  # tenths of a millimetre
PEN: Final = 12
_MOST: Final = 20_000  # a canvas no screen has


def svg(value: Any) -> SafeString | None:
    """The drawing, or None when the value is none that can be drawn."""
    try:
        width, height = _whole(value["w"]), _whole(value["h"])
        paths = [_path([_whole(number) for number in stroke]) for stroke in value["ink"]]
    except (TypeError, KeyError, ValueError):
        return None
    box = f"{-MARGIN} {-MARGIN} {width + 2 * MARGIN} {height + 2 * MARGIN}"
    strokes = "".join(f'<path d="{path}"/>' for path in paths if path)
    return mark_safe(  # noqa: S308 — built from whole numbers alone
        f'<svg class="ink" viewBox="{box}" role="img" fill="none" stroke="currentColor" stroke-width="{PEN}" '
        f'stroke-linecap="round" stroke-linejoin="round">{strokes}</svg>'
    )


def _path(numbers: Sequence[int]) -> str:
    """A smooth line through the points: quadratic curves that meet half-way between them."""
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    if not points:
        return ""
    (x, y), rest = points[0], points[1:]
    if not rest:
        return f"M{x} {y}h1"
    path = f"M{x} {y}"
    for (ax, ay), (bx, by) in pairwise(rest):
        path += f"Q{ax} {ay} {(ax + bx) // 2} {(ay + by) // 2}"
    return path + f"L{rest[-1][0]} {rest[-1][1]}"


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _MOST:
        raise ValueError("not a whole number on the canvas")
    return value
