"""All view-models of one terminal."""

from dataclasses import dataclass
from datetime import datetime

from ui.viewmodels.backstage import BackstageViewModel
from ui.viewmodels.board import BoardViewModel
from ui.viewmodels.commons import CommonsViewModel
from ui.viewmodels.handoff import HandoffViewModel
from ui.viewmodels.home import HomeViewModel
from ui.viewmodels.idle import IdleViewModel
from ui.viewmodels.lookup import LookupViewModel
from ui.viewmodels.question import QuestionProps, QuestionViewModel
from ui.viewmodels.review import ReviewProps, ReviewViewModel
from ui.viewmodels.setup import SetupViewModel
from ui.viewmodels.shell import ShellProps, ShellViewModel
from ui.viewmodels.staff import StaffViewModel
from ui.viewmodels.thanks import ThanksViewModel
from ui.viewmodels.voice import VoiceViewModel


@dataclass(frozen=True, slots=True)
class ViewModels:
    """One of each, for Main.qml's required properties."""

    shell: ShellViewModel
    home: HomeViewModel
    question: QuestionViewModel
    review: ReviewViewModel
    thanks: ThanksViewModel
    lookup: LookupViewModel
    board: BoardViewModel
    commons: CommonsViewModel
    staff: StaffViewModel
    idle: IdleViewModel
    handoff: HandoffViewModel
    backstage: BackstageViewModel
    setup: SetupViewModel
    voice: VoiceViewModel

    @classmethod
    def make(cls, props: ShellProps, now: datetime, diagonal: float) -> "ViewModels":
        """All of them, empty."""
        return cls(
            ShellViewModel(props, now, diagonal=diagonal),
            HomeViewModel(),
            QuestionViewModel(),
            ReviewViewModel(),
            ThanksViewModel(),
            LookupViewModel(),
            BoardViewModel(),
            CommonsViewModel(),
            StaffViewModel(),
            IdleViewModel(),
            HandoffViewModel(),
            BackstageViewModel(),
            SetupViewModel(),
            VoiceViewModel(),
        )

    def wipe(self) -> None:
        """Nothing of a visitor's answers: out of sight they would lie there for the next one."""
        self.question.show(QuestionProps(), {})
        self.review.show(ReviewProps())
