"""The bytes of an XForm -> its tree, before anything in it is believed."""

from typing import Any, Final

from lxml import etree

from kiosk.errors import FormError

SIZE_MAX: Final = 1024 * 1024
XF: Final = "{http://www.w3.org/2002/xforms}"
XHTML: Final = "{http://www.w3.org/1999/xhtml}"
JR: Final = "{http://openrosa.org/javarosa}"
ODK: Final = "{http://www.opendatakit.org/xforms}"


def tree_of(xml: bytes) -> Any:
    """The root element. Refuses what is too large, not UTF-8, or brings a document type: FormError."""
    if len(xml) > SIZE_MAX:
        raise FormError(f"form: larger than {SIZE_MAX // 1024} KiB")
    try:
        text = xml.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormError("form: not UTF-8") from error
    if "<!DOCTYPE" in text or "<!ENTITY" in text:  # where entities come from, those that blow up too
        raise FormError("form: brings a document type of its own")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormError(f"form: not well-formed XML: {error}") from error


def local(element: Any) -> str:
    """The name of an element without its name space."""
    return element.tag.rpartition("}")[2]
