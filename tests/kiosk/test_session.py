from datetime import UTC, datetime, timedelta

from kiosk import receipts
from kiosk.session import Visitor

NOW = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def test_a_visit_has_its_name_and_its_code_before_anything_is_said():
    visitor = Visitor.begin(NOW, bytes(16))

    assert visitor.subject[14] == "7"
    assert receipts.read_code(visitor.code) == visitor.code
    assert visitor.lookup() == receipts.lookup_key(visitor.code, bytes(16))


def test_no_two_visitors_share_anything():
    visitors = [Visitor.begin(NOW, bytes(16)) for _ in range(50)]

    assert len({one.code for one in visitors}) == len({one.subject for one in visitors}) == 50


def test_a_visit_never_lasts_less_than_nothing():
    visitor = Visitor.begin(NOW, bytes(16))

    assert visitor.lasted_ms(NOW + timedelta(seconds=1.5)) == 1500
    assert visitor.lasted_ms(NOW - timedelta(days=1)) == 0
