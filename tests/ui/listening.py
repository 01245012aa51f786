"""Somebody who listens: a voice at the seam that keeps what it is told to say, and ends when it is let."""

from collections.abc import Callable, Sequence


class Listener:
    """heard: (language, volume, texts) of each thing that was begun; cut: how often it was stopped in between."""

    def __init__(self, *languages: str) -> None:
        self.languages = languages
        self.heard: list[tuple[str, int, list[str]]] = []
        self.cut = 0
        self._ended: Callable[[], None] | None = None

    def speaks(self, language: str) -> bool:
        return not self.languages or language in self.languages

    def says(self, text: str, language: str) -> bool:
        return self.speaks(language)

    def start(self, texts: Sequence[str], language: str, volume: int, ended: Callable[[], None]) -> None:
        self.heard.append((language, volume, list(texts)))
        self._ended = ended

    def stop(self) -> None:
        self._ended = None
        self.cut += 1

    def finish(self) -> None:
        """It has said everything."""
        ended, self._ended = self._ended, None
        if ended is not None:
            ended()

    @property
    def last(self) -> list[str]:
        return self.heard[-1][2] if self.heard else []

    @property
    def all(self) -> str:
        """Everything that was ever begun, without blanks."""
        return "".join("".join(text.split()) for _, _, texts in self.heard for text in texts)
