"""The model of an XForm without its texts: which data there are, and what is bound to them."""

import re
from typing import Any, Final

from lxml import etree

from kiosk.errors import FormError
from kiosk.forms.choices import read_instances
from kiosk.forms.flaws import Flaws
from kiosk.forms.guard import JR, ODK, XF, local
from kiosk.forms.model import CODE, NAME

QUESTIONS_MAX: Final = 500
_MODEL = {"itext", "instance", "bind", "setvalue", "submission"}
_BIND = {"nodeset", "type", "relevant", "constraint", "required", "readonly", "calculate", "saveIncomplete"}
_BIND |= {JR + name for name in ("constraintMsg", "requiredMsg", "preload", "preloadParams", "noAppErrorString")}
_BIND |= {"{http://openrosa.org/xforms}max-pixels", ODK + "quality"}  # of a photo, of a sound: a terminal has its own
_FIRST_LOAD: Final = "odk-instance-first-load"


class Skeleton:
    """root: ``<env>`` with the data and every list of choices, without name spaces; paths: of all data, in order;
    first_values: expressions for values that are set when a form is opened, by path.
    """

    def __init__(self, model: Any, flaws: Flaws) -> None:
        """Raises FormError when there is no main instance or it is too large."""
        self._model = model
        self._flaws = flaws
        self.root = etree.Element("env")
        self.data = self._main_instance()
        self.home = f"/{self.data.tag}"
        tree = self.root.getroottree()
        self.paths = [tree.getpath(node).removeprefix("/env") for node in self.data.iter()]
        if len(self.paths) > QUESTIONS_MAX:
            raise FormError(f"form: more than {QUESTIONS_MAX} questions")
        self._binds = self._read_binds()
        self.dates = frozenset(path for path in self._binds if self.bound(path, "type") in ("date", "dateTime"))
        self.first_values = self._read_first_values()
        read_instances(model, self.root, flaws)

    def node(self, path: str) -> Any | None:
        """The data at a path."""
        return self.root.find("." + path) if re.fullmatch(r"(/[\w.-]+)+", path) else None

    def bound(self, path: str, key: str) -> str:
        """What a path's bind says under a key, or nothing."""
        bind = self._binds.get(path)
        return (bind.get(key) or "").strip() if bind is not None else ""

    def _main_instance(self) -> Any:
        instances = self._model.findall(f"{XF}instance")
        if not instances or len(instances[0]) != 1:
            raise FormError("form: no main instance")
        source = instances[0][0]
        self.id, self.version = source.get("id") or "", source.get("version") or ""
        for what, value in (("form_id", self.id), ("version", self.version)):
            if not CODE.fullmatch(value):
                self._flaws.add("", f"{what} must be 1 to 64 letters, digits, dots, dashes or underscores")
        data = etree.SubElement(self.root, local(source))
        self._copy(source, data, f"/{data.tag}")
        return data

    def _copy(self, source: Any, into: Any, above: str) -> None:
        for child in source:
            name = local(child)
            path = f"{above}/{name}"
            if name == "meta" and above.count("/") == 1:
                self._check_meta(child)
            elif into.find(name) is not None:
                self._flaws.add(path, "the name comes twice", "name")
            else:
                self._check_data(child, name, path)
                copied = etree.SubElement(into, name)
                copied.text = (child.text or "").strip() if not len(child) else None
                self._copy(child, copied, path)

    def _check_data(self, child: Any, name: str, path: str) -> None:
        if not NAME.fullmatch(name):
            self._flaws.add(path, "a name must be ASCII letters, digits, . _ or -, at most 64", "name")
        if any(key.startswith(JR) for key in child.attrib):
            self._flaws.add(path, "repeats do not run here", "type")

    def _check_meta(self, meta: Any) -> None:
        for child in meta:
            if local(child) not in ("instanceID", "instanceName"):
                self._flaws.add("", f"meta/{local(child)} is not collected here")

    def _read_binds(self) -> dict[str, Any]:
        binds: dict[str, Any] = {}
        for child in self._model:
            if local(child) not in _MODEL:
                self._flaws.add("", f"<{local(child)}> in the model does not run here")
        for bind in self._model.iterfind(f"{XF}bind"):
            path = bind.get("nodeset", "").strip()
            if path.startswith(f"{self.home}/meta/"):
                continue
            for key in bind.attrib:
                if key not in _BIND:
                    self._flaws.add(path, f"{key.rpartition('}')[2]} does not run here")
            if self.node(path) is None:
                self._flaws.add(path, "a bind for nothing in the form")
            binds[path] = bind
        return binds

    def _read_first_values(self) -> dict[str, str]:
        values: dict[str, str] = {}
        for element in self._model.iterfind(f"{XF}setvalue"):
            path = element.get("ref", "").strip()
            if _FIRST_LOAD not in element.get("event", "").split():
                self._flaws.add(path, f"values set on {element.get('event')} do not run here", "trigger")
            values[path] = element.get("value") or f"'{element.text or ''}'"
        return values
