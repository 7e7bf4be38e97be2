"""One changed byte anywhere in the file: the program that counts a thousand of them, with a few."""

import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "flip.py"


def test_a_changed_byte_is_found_or_without_meaning() -> None:
    done = subprocess.run(
        [sys.executable, str(PROGRAM), "--places", "80", "--seed", "1"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "80 changes" in done.stdout
    assert done.stdout.endswith(" 0 MISSED\n")


def test_the_program_would_tell_of_a_missed_change() -> None:
    """With a verify that believes everything, the count must not be 0."""
    blind = (
        "import sys, runpy; import app.store.verify as v; v.verify = lambda path: v.Verification(True, 1, '', '');"
        f"sys.argv = ['flip', '--places', '30', '--seed', '1']; runpy.run_path({str(PROGRAM)!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", blind], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "MISSED at byte" in done.stdout
