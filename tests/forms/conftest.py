from collections.abc import Callable

import forms_kit
import pytest

from kiosk.forms.visit import FormVisit
from kiosk.forms.xform import Form


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("forms")


@pytest.fixture
def make_form(folder) -> Callable[..., Form]:
    """A form from a header and rows, see forms_kit.markdown."""
    return lambda *rows, **more: forms_kit.form_of(forms_kit.markdown(*rows, **more), folder)


@pytest.fixture
def begin(make_form) -> Callable[..., FormVisit]:
    """A visit in a form from a header and rows; what FormVisit.start takes goes in ``start``."""
    return lambda *rows, start=None, **more: forms_kit.visit_in(make_form(*rows, **more), **(start or {}))
