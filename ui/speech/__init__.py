"""朗读: what stands on the screen, said aloud. Nothing is recorded or sent, and a touch stops it at once.

voice.py is the seam: recorded prompts, speech-dispatcher and espeak-ng stand behind it, in this order of preference.
"""
