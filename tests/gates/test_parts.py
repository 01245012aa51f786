"""Traps of the libraries we build on, each kept out by a test."""

import subprocess
import sys

DRIFT = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for _ in range(1000):
    thing.setObjectName("x")
print(abs(sys.getrefcount(None) - before))
"""


def test_a_void_call_of_qt_keeps_the_count_of_none():
    """PySide6 6.12.0 on Python 3.10 and 3.11 drops one reference to None a call, and aborts after about 5,000."""
    drift = subprocess.run([sys.executable, "-c", DRIFT], capture_output=True, text=True, check=True).stdout

    assert int(drift) < 50
