from pathlib import Path
from xml.etree import ElementTree

import pytest
from growth import Size
from interleave import Result, Sample

pytest.importorskip("matplotlib", reason="the picture takes the extra `bench`")

from plot import draw

SVG = "{http://www.w3.org/2000/svg}"


def _result(seconds: float, memory: float) -> Result:
    return Result((Sample(seconds, memory),))


SIZES = [
    Size(10, 0.1, _result(0.2, 38), _result(0.1, 28)),
    Size(100, 1.0, _result(0.6, 45), _result(0.12, 29)),
    Size(1000, 10.0, _result(3.0, 52), _result(0.4, 36)),
]


def test_the_picture_is_svg_with_text(tmp_path: Path) -> None:
    path = tmp_path / "growth.svg"
    draw(SIZES, path)
    root = ElementTree.parse(path).getroot()
    assert root.tag == f"{SVG}svg"
    texts = {"".join(each.itertext()).strip() for each in root.iter(f"{SVG}text")}
    assert texts >= {"Time in seconds", "Documents", "10", "1,000", "cold 3 s", "warm 36 MB"}


def test_equal_figures_make_equal_files(tmp_path: Path) -> None:
    draw(SIZES, tmp_path / "a.svg")
    draw(SIZES, tmp_path / "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
