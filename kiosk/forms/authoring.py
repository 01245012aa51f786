"""XLSForm -> XForm, by pyxform, which is imported here and nowhere else."""

from pathlib import Path
from typing import Final

from kiosk.errors import FormError

FILE_TYPES: Final = (".xlsx", ".xlsm", ".xls", ".md")


def compile_form(path: Path) -> bytes:
    """The XForm of a form written as XLSForm. Raises FormError in one line; equal input gives equal bytes."""
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    try:
        result = convert(path.read_bytes(), file_type=path.suffix.lower(), pretty_print=True, form_name="data")
    except PyXFormError as error:
        raise FormError(f"{path.name}: {' '.join(str(error).split())}") from error
    return (result.xform.strip() + "\n").encode()
