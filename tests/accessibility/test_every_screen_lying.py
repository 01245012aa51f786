"""Every screen of a lying panel, held to the master table in pairwise looks."""

import pytest
from every_screen import SPOKEN, wrong_pairwise
from seat import LYING


@pytest.mark.long
@pytest.mark.timeout(600)
def test_every_screen_is_for_everybody_lying(seat):
    wrong = wrong_pairwise(seat(LYING, languages=SPOKEN), lying=True)

    assert wrong == [], "\n".join(wrong)
