"""How the languages beside 中文 and English come into the files that ship. For authors; a terminal never runs this.

``python -m kiosk.translating`` fills zh-Hant (by OpenCC, with what a reader put right) and ug (from a list of
translated texts) in forms, catalogue, words and the screens' own words. What it writes is committed.
"""
