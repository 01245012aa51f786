"""Every screen of a standing panel, held to the master table in pairwise looks."""

import pytest
from every_screen import SPOKEN, wrong_pairwise
from seat import UPRIGHT


@pytest.mark.long
@pytest.mark.timeout(600)
def test_every_screen_is_for_everybody_upright(seat):
    wrong = wrong_pairwise(seat(UPRIGHT, languages=SPOKEN), lying=False)

    assert wrong == [], "\n".join(wrong)
