"""The benchmarks run and print what they promise; how fast anything is, no test says."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _run(script: str, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, ROOT / "benchmarks" / script, *arguments, "--rounds", "1"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_throughput(tmp_path: Path) -> None:
    template = tmp_path / "template.md"
    template.write_text("# Design: [Title]\n\n## Summary\n\n[Text]\n", "utf-8")
    documents = tmp_path / "documents" / "deep"
    documents.mkdir(parents=True)
    (documents / "a.md").write_text("# Design: A\n\n## Summary\n\n[Text]\n", "utf-8")
    (documents / "b.md").write_bytes(b"# \xff\n")
    out = _run("throughput.py", documents.parent, "--template", template)
    assert out.startswith("2 files, 0.00 MB, 1 diagnostics; median of 1\n")
    assert re.search(r"^designlint +\d+\.\d+ s +\d+\.\d+ MB/s$", out, re.MULTILINE)
    assert re.search(r"^markdown-it-py +\d+\.\d+ s +\d+\.\d+ MB/s$", out, re.MULTILINE)
    assert re.search(r"^designlint takes \d+\.\d\d times as long", out, re.MULTILINE)


def test_start_up(tmp_path: Path) -> None:
    document = tmp_path / "a.md"
    document.write_text("# A\n\n## B\n\nText.\n", "utf-8")
    out = _run("startup.py", document)
    assert re.search(r"^designlint check +\d+ ms$", out, re.MULTILINE)
    assert re.search(r"^designlint takes \d+\.\d\d times as long", out, re.MULTILINE)
