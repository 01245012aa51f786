"""The master table of accessibility (standards §3.3) as rules: each takes a glance and names what is wrong.

A rule knows millimetres, ratios and roles, and no screen. `RULES` is what every screen is held to.
"""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from typing import Final

import numpy as np
from glance import Box, Glance, Lettering, Spoken, Thing
from PySide6.QtGui import QAccessible

Flaws = Iterator[str]
Role = QAccessible.Role

SEAM: Final = 2.0  # pixels by which neighbours may touch: rounding, and a letter's overhang
TARGET, TARGET_ELDER, KEY, KEY_ELDER, RATING = 20.0, 25.0, 16.0, 19.0, 35.0
GAP, GAP_ELDER, KEY_GAP = 4.0, 6.0, 2.0
LEAST, LEAST_ELDER, LARGE = 6.6, 8.5, 14.0
APART: Final = 12.0  # what destroys stands so far from what confirms
DESTROYS: Final = (("leave", "stay"), ("withdraw", "finish"), ("clear", "done"))
RUNNING, SPACED, LABELLED = 1.5, 1.3, 1.2  # lines of the type: of what runs on, of two or on a card, of a label
PARAGRAPH: Final = 24  # ems, from which a text is read as running and not as a name or a label
EDGE, RING, RING_EDGE = 3.0, 1.0, 4.5
ENTRY: Final = 25.0
LOW_SHARE: Final = 0.45
TABS_SHARE: Final = 0.47  # a pad of 90 mm, its candidates, the action and the dock below leave the tabs no lower place
TABS: Final = ("clearText", "restoreText")
REACH: Final = (380.0, 1220.0)
GLYPHS: Final = 32.5
PRESSED: Final = frozenset({Role.Button, Role.CheckBox, Role.RadioButton, Role.PageTab, Role.Link, Role.ListItem})
SANS: Final = frozenset({"Noto Sans SC", "Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic"})
ROUND: Final = 0.15  # millimetres that rounding to whole pixels may take


def seen(glance: Glance) -> list[Lettering]:
    """Texts of which something can be seen."""
    return [text for text in glance.texts if text.text.strip() and text.seen and text.alpha > 0.2]


def reachable(glance: Glance) -> list[Thing]:
    """What a finger could touch; not what only keeps fingers from what lies below."""
    dialogs = [one.box for one in glance.spoken if one.role == Role.Dialog]
    return [thing for thing in glance.targets if thing.enabled and thing.seen and thing.box not in dialogs]


def is_key(thing: Thing) -> bool:
    """Keys of a keyboard may be smaller, and closer, than other things to touch."""
    return thing.kind in ("Key", "DayKey", "Candidate") or thing.name.startswith(
        ("key_", "digit_", "candidate_", "day_")
    )


# -- what can be touched


def targets_are_as_large_as_a_finger(glance: Glance) -> Flaws:
    """Action ≥ 20 (25) mm, a rating ≥ 35, keys ≥ 16 (19)."""
    for thing in reachable(glance):
        least = (KEY_ELDER if glance.elder else KEY) if is_key(thing) else TARGET_ELDER if glance.elder else TARGET
        short = glance.mm(min(thing.box.width, thing.box.height))
        if short < least - ROUND:
            yield f"{_called(thing)} is {short:.1f} mm small, not {least:.0f}"
        if thing.name.startswith("face_") and glance.mm(max(thing.box.width, thing.box.height)) < RATING - ROUND:
            yield f"{_called(thing)} is {glance.mm(thing.box.height):.1f} mm small for a rating"


def targets_stand_apart(glance: Glance) -> Flaws:
    """≥ 4 (6) mm, keys 2; what destroys ≥ 12 from what confirms; nothing over one another."""
    things = reachable(glance)
    for one, other in combinations(things, 2):
        if _around(one, other) or _around(other, one):
            continue
        if one.box.overlaps(other.box, SEAM):
            yield f"{_called(one)} and {_called(other)} lie over one another"
            continue
        gap = glance.mm(_distance(one.box, other.box))
        keys = is_key(one) or is_key(other)
        least = KEY_GAP if keys else GAP_ELDER if glance.elder else GAP
        if gap < least - 2 * ROUND:
            yield f"{_called(one)} and {_called(other)} are {gap:.1f} mm apart, not {least:.0f}"
    by_name = {thing.name: thing for thing in things}
    for bad, good in DESTROYS:
        if bad in by_name and good in by_name:
            gap = glance.mm(_distance(by_name[bad].box, by_name[good].box))
            if gap < APART - 2 * ROUND:
                yield f"{bad} is {gap:.1f} mm from {good}"


def targets_have_a_name_and_a_role(glance: Glance) -> Flaws:
    """Whatever takes a finger is found by a screen reader, as something to press, with words."""
    for thing in reachable(glance):
        spoken = _spoken(glance, thing)
        if spoken is None:
            yield f"{_called(thing)} at {_place(thing.box)} is nothing to a screen reader"
        elif not spoken.name.strip():
            yield f"{_called(thing)} has no name"


def keys_get_everywhere(glance: Glance) -> Flaws:
    """Each target can have the focus of a keyboard or key pad; keys and paper are what a keyboard is."""
    for thing in reachable(glance):
        spoken = _spoken(glance, thing)
        typed = spoken is not None and spoken.role in (Role.EditableText, Role.Canvas, Role.Graphic)
        if not (is_key(thing) or typed or thing.row["tab"]):
            yield f"{_called(thing)} cannot have the focus"


def the_focus_goes_down_the_page(glance: Glance) -> Flaws:
    """The tabulator gets to all that can have the focus, and within a column never back up."""
    things = [thing for thing in reachable(glance) if thing.row["tab"] and not is_key(thing)]
    for thing in things:
        if thing.row["turn"] < 0:
            yield f"the tabulator never gets to {_called(thing)}"
    in_turn = sorted((thing for thing in things if thing.row["turn"] >= 0), key=lambda thing: thing.row["turn"])
    for one, after in pairwise(in_turn):
        across = min(one.box.right, after.box.right) - max(one.box.left, after.box.left)
        if after.box.bottom <= one.box.top + SEAM and across > SEAM:
            yield f"the focus goes up from {_called(one)} to {_called(after)}"


def the_focus_shows(glance: Glance) -> Flaws:
    """A ring of a millimetre or more that stands out 4.5 : 1 from what it would lie on, on three sides or all."""
    for thing in reachable(glance):
        ring = thing.row["ring"]
        if is_key(thing) or not thing.row["tab"]:
            continue
        if ring is None:
            yield f"{_called(thing)} shows no focus"
            continue
        if glance.mm(ring["thick"]) < RING - ROUND:
            yield f"the focus of {_called(thing)} is {glance.mm(ring['thick']):.1f} mm thin"
        shade = luminance(np.array([int(ring["shade"][at : at + 2], 16) for at in (1, 3, 5)], float))
        found = [ratio(shade, ground) for ground in _under(glance, Box(*ring["at"]), ring["thick"] / 2, thing.clip)]
        if len(found) < 3 or min(found) < RING_EDGE:
            yield f"the focus of {_called(thing)} shows {', '.join(f'{one:.1f}' for one in found)} : 1 on its sides"


def a_seat_reaches_everything(glance: Glance) -> Flaws:
    """Nothing to touch is over 1220 or under 380 mm; in 低位模式 a standing screen keeps to its lower 45 %."""
    wide, high = glance.size
    for thing in reachable(glance):
        low = glance.bottom_mm + glance.mm(high - thing.box.bottom)
        top = glance.bottom_mm + glance.mm(high - thing.box.top)
        spoken = _spoken(glance, thing)
        if spoken is not None and spoken.role == Role.EditableText:
            continue  # paper is written on by keys that lie within reach
        chip = thing.name.startswith("chip_") or thing.name == "moreChips"  # phrases stand over the paper they go on
        share = TABS_SHARE if thing.name.startswith("way_") or thing.name in TABS else LOW_SHARE
        if glance.low and high >= wide and not chip and thing.box.top < high * (1 - share) - 3 * SEAM:
            yield f"{_called(thing)} begins at {100 * (1 - thing.box.top / high):.0f} % of the height"
        if top > REACH[1] or low < REACH[0]:
            yield f"{_called(thing)} lies {low:.0f} to {top:.0f} mm over the floor"


# -- what can be read


def text_is_large_enough(glance: Glance) -> Flaws:
    """≥ 6.6 mm anywhere, 8.5 in 长辈版."""
    least = LEAST_ELDER if glance.elder else LEAST
    for text in seen(glance):
        if glance.mm(text.size) < least - ROUND:
            yield f"{text.text!r} is {glance.mm(text.size):.1f} mm small"


def text_is_sans(glance: Glance) -> Flaws:
    """Sans-serif, and shipped with the terminal."""
    for text in seen(glance):
        if text.row["family"] not in SANS:
            yield f"{text.text!r} is set in {text.row['family']}"


def text_is_whole(glance: Glance) -> Flaws:
    """Nothing elided, wider or taller than its place, out of its card, half clipped, or off the screen."""
    screen = Box(0, 0, *glance.size)
    for text in seen(glance):
        row, said = text.row, text.text.replace("\n", "⏎")
        if row["cut"]:
            yield f"{said!r} is cut off"
        if row["wide"] > row["room"] + SEAM:
            yield f"{said!r} is wider ({row['wide']:.0f}) than its place ({row['room']:.0f})"
        if row["tall"] > row["high"] + SEAM:
            yield f"{said!r} is taller ({row['tall']:.0f}) than its place ({row['high']:.0f})"
        parted = text.clip != screen and goes_on(text)
        if not parted and not text.letters.within(screen, SEAM):
            yield f"{said!r} leaves the screen at {_place(text.ink)}"
        elif not parted and not text.letters.within(text.clip, SEAM):
            yield f"{said!r} is clipped at {_place(text.ink)}"
        if text.around and not text.letters.within(text.around[-1][1], SEAM):
            yield f"{said!r} {_place(text.ink)} spills out of its card {_place(text.around[-1][1])}"


def nothing_hides_anything(glance: Glance) -> Flaws:
    """No text over another, and none under something to touch."""
    texts = seen(glance)
    for one, other in combinations(texts, 2):
        if one.letters.meet(one.clip).overlaps(other.letters.meet(other.clip), 2 * SEAM):
            yield f"{one.text!r} and {other.text!r} lie over one another"
    for text in texts:
        for thing in reachable(glance):
            shown = text.letters.meet(text.clip)
            if not any(box == thing.box for _, box, _ in text.around) and shown.overlaps(thing.box, 2 * SEAM):
                yield f"{text.text!r} lies over {_called(thing)}"


def goes_on(text: Lettering) -> bool:
    """Whether a text taller than a page is cut between two of its lines, not through one."""
    line, size = text.row["pace"] * text.size, text.size
    air = max(0.0, min(0.15, 1.45 - text.row["pace"])) * size  # set close, letters hang over their line
    for edge, ends in ((text.clip.top, text.letters.top), (text.clip.bottom, text.letters.bottom)):
        inside = ends < edge - SEAM if edge == text.clip.top else ends > edge + SEAM
        at = (edge - text.ink.top - air) / line
        if inside and (abs(at - round(at)) * line > SEAM or not 0 < round(at) < text.row["lines"]):
            return False
    wide = text.letters.left >= text.clip.left - SEAM and text.letters.right <= text.clip.right + SEAM
    return wide and text.row["lines"] > 1 and line <= text.clip.height + SEAM


def targets_are_whole(glance: Glance) -> Flaws:
    """Nothing to touch is half clipped or off the screen."""
    for thing in reachable(glance):
        if not thing.box.within(thing.clip, SEAM + 4):
            yield f"{_called(thing)} is clipped: {_place(thing.box)} in {_place(thing.clip)}"


def titles_are_titles(glance: Glance) -> Flaws:
    """≥ 14 mm."""
    for text in seen(glance):
        if text.kind == "Title" and glance.mm(text.size) < LARGE - ROUND:
            yield f"{text.text!r} is {glance.mm(text.size):.1f} mm small for a title"


def lines_are_read_with_ease(glance: Glance) -> Flaws:
    """≤ 32 glyphs a line where Chinese is written, never stretched to both edges; lines apart as far as they run."""
    for text in seen(glance):
        wide = text.row["wide"] / text.size
        if wide > GLYPHS and any("\u4e00" <= glyph <= "\u9fff" for glyph in text.text):
            yield f"{text.text!r} runs over {wide:.0f} glyphs"
        if text.row["full"]:
            yield f"{text.text!r} is stretched to both edges"
        kinds, many = {kind for kind, _, _ in text.around}, text.row["lines"] > 1
        if all(len(line) <= 1 for line in text.text.split("\n")):
            continue  # a stamp: its signs stand over one another as one picture
        ems = sum(1.0 if glyph >= "\u2e80" else 0.5 for glyph in text.text)
        runs = text.row["lines"] > 2 and ems > PARAGRAPH and not kinds and text.kind != "Title"
        least = LABELLED if "target" in kinds else RUNNING if runs else SPACED
        if many and text.row["pace"] < least - 0.02:
            yield f"lines of {text.text!r} are {text.row['pace']:.2f} of the type apart, not {least}"


def nothing_is_seen_from_behind(glance: Glance) -> Flaws:
    """Letters are not mirrored where the sheet is turned over."""
    for text in seen(glance):
        if text.behind:
            yield f"{text.text!r} is written backwards"


def text_stands_out(glance: Glance) -> Flaws:
    """Contrast on the rendered pixels: 7 : 1, titles from 14 mm 4.5 : 1; white on black 15 : 1."""
    for text in seen(glance):
        if text.alpha < 1 or not text.letters.within(text.clip, SEAM):
            continue
        least = 15.0 if glance.contrast else 4.5 if glance.mm(text.size) >= LARGE else 7.0
        ratio = contrast(glance.pixels, text.ink)
        if ratio is not None and ratio < least:
            yield f"{text.text!r} stands out {ratio:.1f} : 1, not {least:.1f}"


def what_is_no_text_stands_out(glance: Glance) -> Flaws:
    """3 : 1: the edges of what can be touched or typed into against what lies around, and pictures on their ground."""
    typed = [one.box for one in glance.spoken if one.role == Role.EditableText]
    frames = {box for thing in (*glance.texts, *glance.targets) for kind, box, _ in thing.around if kind == "frame"}
    for thing in reachable(glance):
        if any(box.within(thing.box, 8) for box in typed):
            continue
        found = edges(glance, thing.box, thing.clip)
        if found and min(found) < EDGE:
            yield f"the edge of {_called(thing)} stands out {min(found):.1f} : 1"
    for box in typed:
        around = [box, *(frame for frame in frames if box.within(frame, SEAM))]
        if not any(found and min(found) >= EDGE for found in (edges(glance, one, one) for one in around)):
            yield f"the field at {_place(box)} has no edge of {EDGE:.0f} : 1"
    for picture in glance.pictures:
        if picture.alpha < 1 or not picture.seen or not picture.box.within(picture.clip, SEAM):
            continue
        strong = contrast(glance.pixels, picture.box)
        if strong is not None and strong < EDGE:
            yield f"the picture {picture.name or picture.row['source']} stands out {strong:.1f} : 1"


def help_is_always_there(glance: Glance) -> Flaws:
    """Size of type, 长辈版 (≥ 25 mm, with its word) and staff stand on every page of a visitor's."""
    if any(one.role == Role.Dialog for one in glance.spoken):
        return
    by_name = {thing.name: thing for thing in reachable(glance)}
    for name in ("dockDisplay", "dockElder", "dockStaff"):
        if name not in by_name:
            yield f"{name} is missing"
        elif name == "dockElder" and glance.mm(by_name[name].box.width) < ENTRY - ROUND:
            yield f"{name} is {glance.mm(by_name[name].box.width):.1f} mm narrow"


RULES: Final[tuple[Callable[[Glance], Flaws], ...]] = (
    targets_are_as_large_as_a_finger,
    targets_stand_apart,
    targets_have_a_name_and_a_role,
    keys_get_everywhere,
    the_focus_goes_down_the_page,
    the_focus_shows,
    a_seat_reaches_everything,
    text_is_large_enough,
    titles_are_titles,
    text_is_sans,
    text_is_whole,
    nothing_hides_anything,
    targets_are_whole,
    lines_are_read_with_ease,
    nothing_is_seen_from_behind,
    text_stands_out,
    what_is_no_text_stands_out,
    help_is_always_there,
)


def flaws(glance: Glance) -> list[str]:
    """Everything that is wrong with a screen, each rule's name in front."""
    return [f"{rule.__name__}: {flaw}" for rule in RULES for flaw in rule(glance)]


# -- measuring


def contrast(pixels: np.ndarray, box: Box) -> float | None:
    """WCAG's contrast of the strokes in a box to what they stand on; None where nothing is drawn."""
    high, wide = pixels.shape[:2]
    left, top = max(0, int(box.left)), max(0, int(box.top))
    part = pixels[top : min(high, int(box.bottom) + 1), left : min(wide, int(box.right) + 1)].reshape(-1, 3)
    if len(part) == 0:
        return None
    codes = part.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    shades, counts = np.unique(codes, return_counts=True)
    ground = luminance(_rgb(shades[counts.argmax()]))
    common = shades[counts >= 2]
    light = luminance(_rgb(common))
    ratios = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    return float(ratios.max())


def edges(glance: Glance, box: Box, clip: Box) -> list[float]:
    """How far each side of something stands out from what lies a millimetre outside it, as far as it is seen."""
    found = []
    for side in range(4):
        lines = [_across(glance, box, side, share) for share in (0.3, 0.5, 0.7)] if _inside(clip, box, side) else []
        light = [luminance(line.astype(float)) for line in lines if line is not None]
        if light:
            found.append(max(ratio(one, line[0]) for line in light for one in line[1:]))
    return found


def _across(glance: Glance, box: Box, side: int, share: float) -> np.ndarray | None:
    """Pixels across a side (left, top, right, bottom), from a millimetre outside to two inside; None off the screen."""
    upright, towards = side % 2 == 0, 1 if side < 2 else -1
    edge, along = box[side], box.top + box.height * share if upright else box.left + box.width * share
    line = np.linspace(edge - towards / glance.pitch, edge + towards * 2 / glance.pitch, 14).astype(int)
    pixels = glance.pixels if upright else glance.pixels.swapaxes(0, 1)
    if line.min() < 0 or line.max() >= pixels.shape[1] or not 0 <= along < pixels.shape[0]:
        return None
    return pixels[int(along), line]


def _inside(clip: Box, box: Box, side: int) -> bool:
    near = (box.left >= clip.left - SEAM, box.top >= clip.top - SEAM)
    return (*near, box.right <= clip.right + SEAM, box.bottom <= clip.bottom + SEAM)[side]


def _under(glance: Glance, ring: Box, half: float, clip: Box) -> list[float]:
    """Luminance of what lies under each side of a ring, as far as its surroundings show it."""
    high, wide = glance.pixels.shape[:2]
    middle, found = ring.grown(-half), []
    for side, at in enumerate(middle):
        upright = side % 2 == 0
        if not (clip.left <= at < min(clip.right, wide) if upright else clip.top <= at < min(clip.bottom, high)):
            continue
        along = np.linspace(*((middle.top, middle.bottom) if upright else (middle.left, middle.right)), 11)[
            2:-2
        ].astype(int)
        along = along[(along >= 0) & (along < (high if upright else wide))]
        line = glance.pixels[along, int(at)] if upright else glance.pixels[int(at), along]
        found.append(float(np.median(luminance(line.astype(float)))))
    return found


def ratio(one: float, other: float) -> float:
    """WCAG's contrast of two luminances."""
    return float((max(one, other) + 0.05) / (min(one, other) + 0.05))


def _rgb(codes: np.ndarray) -> np.ndarray:
    codes = np.atleast_1d(codes)
    return np.stack([codes >> 16, (codes >> 8) & 255, codes & 255], axis=-1)


def luminance(rgb: np.ndarray) -> np.ndarray:
    """WCAG's relative luminance; rgb (…, 3) of 0 to 255."""
    part = rgb / 255.0
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def _distance(one: Box, other: Box) -> float:
    """Between edges that face each other; far where they only stand across a corner."""
    across, along = max(one.left, other.left) - min(one.right, other.right), 0.0
    along = max(one.top, other.top) - min(one.bottom, other.bottom)
    return max(across, along) if across <= 0 or along <= 0 else float(np.hypot(across, along)) + 1000


def _around(inner: Thing, outer: Thing) -> bool:
    return any(kind == "target" and box == outer.box for kind, box, _ in inner.around)


def _spoken(glance: Glance, thing: Thing) -> Spoken | None:
    """What a screen reader says of it: the accessible item of its size and place."""
    for one in glance.spoken:
        if (one.role in PRESSED or one.role in (Role.EditableText, Role.Canvas, Role.Graphic)) and all(
            abs(a - b) <= 3 for a, b in zip(one.box, thing.box, strict=True)
        ):
            return one
        # A finger's place in a text is asked for by its paper, and spoken of by the text itself.
        if one.role == Role.EditableText and one.box.within(thing.box, 8):
            return one
    return None


def _called(thing: Thing) -> str:
    return thing.name or thing.kind


def _place(box: Box) -> str:
    return f"({box.left:.0f}, {box.top:.0f})–({box.right:.0f}, {box.bottom:.0f})"
