"""Handwriting by PP-OCRv6's small recogniser: strokes in, characters out, in any order of strokes.

Only the model's file is taken out of the rapidocr package; nothing of that package is run. Answers are held to the
8,105 characters of 通用规范汉字表. Load it in the thread that uses it, when somebody is about to write.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from kiosk.errors import PartMissing
from ui.input.characters import Characters
from ui.input.ink import Stroke
from ui.input.pen import Reading, Written

MODEL = Path("models", "PP-OCRv6_rec_small.onnx")


def find_model() -> Path:
    """Where the model lies. Raises PartMissing, naming what is not installed; loads nothing."""
    if missing := [name for name in ("numpy", "onnxruntime", "rapidocr") if find_spec(name) is None]:
        raise PartMissing(f"handwriting: {', '.join(missing)} not installed")
    spec = find_spec("rapidocr")
    folders = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    found = next((folder / MODEL for folder in folders if (folder / MODEL).is_file()), None)
    if found is None:
        raise PartMissing(f"handwriting: {MODEL.name} is not in the rapidocr package")
    return found


class Recogniser:
    """One model in memory (80 MB). Raises PartMissing when it cannot be loaded."""

    def __init__(self, model: Path, characters: Characters) -> None:
        try:
            import numpy as np
            import onnxruntime
        except ImportError as error:
            raise PartMissing(f"handwriting: {error}") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # the other processor draws the line under the finger
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's errors have no common class
            raise PartMissing(f"handwriting: {model.name}: {type(error).__name__}") from error
        named = self._session.get_modelmeta().custom_metadata_map["character"].splitlines()
        column = {char: place for place, char in enumerate(named, start=1)}  # column 0: no character
        self._alphabet = [char for char in characters.readings if char in column]
        self._columns = np.array([0, *(column[char] for char in self._alphabet)])
        self._input = self._session.get_inputs()[0].name

    def recognise(self, strokes: Sequence[Stroke]) -> Reading:
        """What was written: one character or several side by side. 5 ms for one, 8 ms for each of several."""
        import numpy as np

        from ui.input.picture import STEP, framed, picture
        from ui.input.reading import alone, read

        frame = framed(strokes)
        shown = np.broadcast_to(picture(strokes, frame), (1, 3, 48, frame.width))
        (steps,) = np.asarray(self._session.run(None, {self._input: shown})[0])
        shares = steps[:, self._columns]
        places = [(guess, (guess.step * STEP - frame.left) / frame.scale) for guess in read(shares, self._alphabet)]
        return Reading(
            tuple(Written(place, guess.rivals, guess.shares) for guess, place in places),
            alone(shares, self._alphabet).rivals,
        )
