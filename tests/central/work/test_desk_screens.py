"""What the first page says of the screens: who is silent, what is unsent, which spoken messages were spoilt."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sync.central.intake.models import Terminal


@pytest.mark.parametrize(
    ("checks", "said"),
    [
        ({"voices": {"unsent": 2, "aside": 1}}, ["2 条录音未上传", "1 条录音损坏"]),
        ({"voices": {"unsent": 0, "aside": 0}}, []),
        ({"voices": "?"}, []),
        ([], []),
        ({}, []),  # a terminal of before
    ],
)
def test_spoken_messages_that_wait_or_were_spoilt_are_told(lobby, browser_of, checks, said):
    Terminal.objects.create(
        venue_id="donghu",
        source=lobby.source,
        token_digest=b"d" * 32,
        signing_key=b"s" * 32,
        box_key=b"b" * 32,
        label="一楼大厅",
        enrolled_at=timezone.now() - timedelta(days=3),
        last_seen=timezone.now(),
        heartbeat={"unsent": 0, "oldest_s": 0, "checks": checks},
    )

    page = browser_of("collector").get("/desk/").content.decode()

    assert "一楼大厅" in page
    assert [text for text in ("2 条录音未上传", "1 条录音损坏") if text in page] == said
