"""Batches that came on a stick, taken at the desk: the same custody as ``central ingest``, answered with receipts."""

import io
import tempfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from sync.batch import PACKED_MAX
from sync.central.cases.roles import Hand
from sync.central.desk.door import for_staff, show
from sync.central.intake import ingest
from sync.central.keys import load

MOST: Final = 500  # files at once


@require_POST
@for_staff
def take(request: HttpRequest, by: Hand) -> HttpResponse:
    """Takes every file and shows what became of each; the receipts come back as one archive to carry home."""
    if "ingest" not in by.rights:
        return show(request, by, "refused", {}, status=403)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        put = _put(request.FILES.getlist("batches")[:MOST], folder)
        outcomes = list(ingest.ingest(put, folder, now=timezone.now(), keys=load(settings.PLACES)))
        receipts = {path.name: path.read_bytes() for path in sorted(folder.glob(f"*{ingest.RECEIPT}"))}
    if request.POST.get("answer") == "zip" and receipts:
        return _archive(receipts)
    request.session["receipts"] = {name: content.decode() for name, content in receipts.items()}
    return show(request, by, "stick", {"outcomes": outcomes, "receipts": len(receipts)})


@for_staff
def receipts(request: HttpRequest, by: Hand) -> HttpResponse:
    """The receipts of the upload before, as one archive."""
    kept = request.session.get("receipts", {})
    if "ingest" not in by.rights or not kept:
        return show(request, by, "refused", {}, status=403)
    return _archive({name: text.encode() for name, text in kept.items()})


def _put(files: Iterable[UploadedFile], folder: Path) -> list[Path]:
    """The files in a folder under their own plain names. One that is too large is cut: custody then refuses it."""
    put = []
    for number, file in enumerate(files):
        plain = Path(file.name or "").name or f"{number}.xsb"
        path = folder / (plain if not (folder / plain).exists() else f"{number}-{plain}")
        path.write_bytes(file.read(PACKED_MAX + 1))
        put.append(path)
    return put


def _archive(files: dict[str, bytes]) -> HttpResponse:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    response = HttpResponse(packed.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="receipts.zip"'
    return response
