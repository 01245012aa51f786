"""``player.py GAIN FILE…``: plays sound files one after the other. In a process of its own."""

import sys


def main(gain: float, files: list[str]) -> int:
    """Play, and end."""
    import sounddevice
    import soundfile

    for file in files:
        samples, rate = soundfile.read(file, dtype="float32")
        sounddevice.play((samples * gain).clip(-1, 1), rate, blocking=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), sys.argv[2:]))
