"""Posters: the code is read from the squares that the PDF itself draws, the fonts are inside, the hours are right."""

import base64
import re
import zlib

import numpy as np
import pytest
import zxingcpp
from central_process import Centre

from sync.central.public import hours, poster

DOTS = 4  # a point: 288 dpi
ADDRESS = "https://xst.example.org.cn/v/donghu/quick-rating?s=poster"
VENUE = {"zh-Hans": "东湖区文化馆", "en": "Donghu Cultural Centre"}


def made(size: str, about: str = "一键评价") -> bytes:
    said = {"zh-Hans": about, "en": about and "Quick rating"}
    return poster.pdf(poster.Poster(ADDRESS, VENUE, said, {"zh-Hans": ["每天 09:00–17:00"], "en": []}), size)


def drawn(pdf: bytes) -> np.ndarray:
    """The filled rectangles of the first page as grey values: what a printer puts on paper, but for the letters."""
    width, height = (float(part) for part in re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+)", pdf).groups())
    grey = np.full((round(height * DOTS), round(width * DOTS)), 255, np.uint8)
    matrix, colour = np.eye(3), 0
    for line in content(pdf).splitlines():
        parts = line.split()
        if line.endswith(" cm"):
            a, b, c, d, e, f = map(float, parts[:6])
            matrix = np.array([[a, b, 0], [c, d, 0], [e, f, 1]]) @ matrix
        if "rg" in parts:
            colour = round(255 * sum(map(float, parts[parts.index("rg") - 3 : parts.index("rg")])) / 3)
        if "re" in parts and parts[-1] in {"f", "f*"}:
            x, y, w, h = map(float, parts[parts.index("re") - 4 : parts.index("re")])
            corners = np.array([[x, y, 1], [x + w, y + h, 1]]) @ matrix
            (left, low), (right, high) = corners[:, :2].min(axis=0), corners[:, :2].max(axis=0)
            rows = slice(round((height - high) * DOTS), round((height - low) * DOTS))
            grey[rows, round(left * DOTS) : round(right * DOTS)] = colour
    return grey


def content(pdf: bytes) -> str:
    """The page's drawing, unpacked."""
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.S):
        try:
            text = zlib.decompress(base64.a85decode(b"<~" + stream.strip(), adobe=True))
        except (ValueError, zlib.error):
            continue
        if b" re f" in text:
            return text.decode("latin-1")
    raise AssertionError("no page")


@pytest.mark.parametrize(("size", "codes"), [("A3", 1), ("A4", 1), ("tent", 2)])
def test_the_code_is_read_from_what_the_pdf_draws(size, codes):
    grey = drawn(made(size))
    found = zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormat.QRCode)
    assert [code.text for code in found] == [ADDRESS] * codes


@pytest.mark.parametrize(("size", "side"), [("A3", 150), ("A4", 100), ("tent", 70)])
def test_a_code_is_as_large_as_its_distance_asks(size, side):
    module = side / (len(poster.modules(ADDRESS)) + 8)
    assert poster.SHEETS[size].code == side
    assert module >= 1.2


def test_every_font_is_inside_and_is_ours():
    pdf = made("A4")
    assert set(re.findall(rb"/BaseFont /(?:[A-Z]+\+)?([A-Za-z0-9-]+)", pdf)) - {b"Helvetica"} == {
        b"NotoSansSC-Regular",
        b"NotoSansSC-Bold",
    }
    assert pdf.count(b"/FontFile2") >= 2


def test_days_with_the_same_hours_stand_together():
    words = poster.words("zh-Hans")
    week = {
        "mon": "closed",
        **dict.fromkeys(("tue", "wed", "thu", "fri"), "09:00-17:30"),
        "sat": ["09:00", "20:30"],
        "sun": "09:00-20:30",
    }
    assert hours.said(week, words) == ["周一 闭馆", "周二至周五 09:00–17:30", "周六、周日 09:00–20:30"]
    assert hours.said(dict.fromkeys(hours.DAYS, "08:00-18:00"), words) == ["每天 08:00–18:00"]
    assert hours.said({}, words) == []


def test_central_poster_writes_one_and_says_what_is_wrong(tmp_path):
    centre = Centre.prepared(tmp_path / "data")
    centre.code("donghu", "--name", "东湖区文化馆")
    out, public = tmp_path / "a.pdf", {"CENTRAL_PUBLIC_URL": "https://xst.example.org.cn"}
    centre.done("poster", "donghu", "quick-rating", "--size", "tent", "--source", "desk-2", "--out", out, **public)
    assert out.read_bytes().startswith(b"%PDF")
    (first, *_) = zxingcpp.read_barcodes(drawn(out.read_bytes()))
    assert first.text == "https://xst.example.org.cn/v/donghu/quick-rating?s=desk-2"
    for wrong in (["nowhere"], ["donghu", "nothing"], ["donghu", "event", "gone"], ["donghu", "--source", "a b"]):
        ended = centre.run("poster", *wrong, "--out", tmp_path / "b.pdf", **public)
        assert ended.returncode == 1
        assert len(ended.stderr.strip().splitlines()) == 1
    assert centre.run("poster", "donghu", "--out", tmp_path / "b.pdf").returncode == 1
    assert not (tmp_path / "b.pdf").exists()
