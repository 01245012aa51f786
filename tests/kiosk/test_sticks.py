"""A stick is a mount below the folders where sticks are put."""

from pathlib import Path

from kiosk.sticks import TABLE, Stick, find_sticks, folder_as_stick, mounted

ROOTS = (Path("/run/media"), Path("/mnt"))
LINES = r"""22 27 0:21 / /proc rw,relatime - proc proc rw
45 1 8:17 / /run/media/xinsheng/sdb1 rw,nosuid,nodev,noexec - vfat /dev/sdb1 rw
46 1 8:33 / /run/media/xinsheng/MEINE\040DATEN ro,nosuid - vfat /dev/sdc1 ro
47 1 0:99 / /run/mediathek rw - tmpfs tmpfs rw
48 1 8:49 / /mnt rw - ext4 /dev/sdd1 rw
49 1 0:77 / /run/media/xinsheng/memory rw - tmpfs tmpfs rw
rubbish
"""


def test_what_lies_below_the_folders_is_a_stick():
    assert find_sticks(LINES, ROOTS) == (
        Stick("45:8:17", Path("/run/media/xinsheng/sdb1"), True),
        Stick("46:8:33", Path("/run/media/xinsheng/MEINE DATEN"), False),
        Stick("48:8:49", Path("/mnt"), True),
    )


def test_this_machine_can_be_asked(tmp_path):
    assert isinstance(mounted(ROOTS), tuple)
    assert TABLE.exists()
    assert mounted(ROOTS, tmp_path / "none") == ()


def test_a_folder_can_stand_for_a_stick(tmp_path):
    assert folder_as_stick(tmp_path / "stick") is None

    (tmp_path / "stick").mkdir()
    stick = folder_as_stick(tmp_path / "stick")
    assert stick is not None
    assert stick.writable
