"""A centre that cuts off its own tail is found out by what it published before."""

import hashlib
import json

from central_terminal import Device, session

from sync import receipt
from sync.central.intake.heads import FORMAT

WEEK = """
from datetime import datetime, UTC, timedelta
from django.conf import settings
from sync.central import keys
from sync.central.intake import heads
now = datetime.now(UTC) + timedelta(weeks={weeks})
print(heads.publish(keys.load(settings.PLACES), now), heads.publish(keys.load(settings.PLACES), now))
"""


def test_each_week_says_once_how_far_every_chain_goes_and_the_sums_come_out(fresh_centre):
    with fresh_centre.serving():
        device = Device(fresh_centre)
        device.record(5, grade=5)
        device.record(2, grade=1)
        device.record(1, type_="visit.abandoned", grade=None)
        device.deliver(device.packed(1, 8))
        again = fresh_centre.python(WEEK.format(weeks=1)).split()
        answer = session().get(f"{fresh_centre.url}/api/v1/heads", timeout=60)
        printed = fresh_centre.done("heads", "--now").splitlines()

    said = receipt.open_signed(answer.content.splitlines()[-1], device.signing_key, FORMAT)
    assert again == ["True", "False"]
    assert said["counts"]["spoken"] == 7
    assert said["counts"]["grades"] == {"5": 5, "4": 0, "3": 0, "2": 0, "1": 2}
    assert [chain for chain in said["chains"] if chain["source"] == device.source] == [
        {"source": device.source, "epoch": device.epoch, "seq": 8, "link": device.link(8).hex()}
    ]
    assert receipt.open_signed(printed[-1].encode(), device.signing_key, FORMAT)["week"] == "now"
    audit = fresh_centre.audit()
    assert (audit["altered"], audit["gaps"], audit["forks"]) == (0, 0, 0)
    assert audit["published"] == len(printed) - 1


def test_a_tail_that_is_cut_off_with_its_batch_is_found_out(fresh_centre):
    with fresh_centre.serving():
        device = Device(fresh_centre)
        device.record(10)
        device.deliver(device.packed(1, 6))
        device.deliver(device.packed(7, 10))
        fresh_centre.python(WEEK.format(weeks=2))
    fresh_centre.sql("delete from intake_record where source = ? and seq > 6", device.source)
    fresh_centre.sql("delete from intake_batch where source = ? and first > 6", device.source)
    fresh_centre.sql("update intake_chain set seq = 6, link = ? where source = ?", device.link(6), device.source)

    found = json.loads(fresh_centre.run("audit", "--json").stdout)

    assert {"source": device.source, "epoch": device.epoch, "seq": 10, "what": "published"} in found["places"]


def test_a_bad_grade_that_became_a_good_one_no_longer_adds_up_to_any_week_that_told_of_it(fresh_centre):
    with fresh_centre.serving():
        device = Device(fresh_centre)
        device.record(2, grade=1)
        device.record(3, grade=5)
        device.deliver(device.packed(1, 5))
        fresh_centre.python(WEEK.format(weeks=1))
        device.record(2, grade=5)
        device.deliver(device.packed(6, 7))
        fresh_centre.python(WEEK.format(weeks=2))
    told = fresh_centre.audit()
    fresh_centre.sql("update intake_record set grade = 5 where source = ? and seq = 2", device.source)

    found = json.loads(fresh_centre.run("audit", "--json").stdout)

    assert told["altered"] == 0
    assert [place["seq"] for place in found["places"] if place["source"] == "published"] == [5, 7]
    assert [place["what"] for place in found["places"] if place["source"] != "published"] == ["head"]


def test_a_document_that_was_changed_is_found_out(fresh_centre):
    with fresh_centre.serving():
        device = Device(fresh_centre)
        device.record(3)
        device.deliver(device.packed(1, 3))
        fresh_centre.python(WEEK.format(weeks=3))
    fresh_centre.python(
        """
from sync.central.intake.models import Kept
kept = Kept.objects.filter(name__startswith="heads/").order_by("-name").first()
kept.value["signed"]["counts"]["spoken"] = 0
kept.save()
"""
    )

    found = json.loads(fresh_centre.run("audit", "--json").stdout)

    assert [place["what"] for place in found["places"]] == ["published"]


def test_the_recovery_sheet_names_everything_but_the_passphrase(fresh_centre, tmp_path):
    with fresh_centre.serving():
        device = Device(fresh_centre)
    secret = "一片冰心在玉壶，不要印出来"
    fresh_centre.done("backup", tmp_path / "b", "--sheet", tmp_path / "sheet.html", CENTRAL_PASSPHRASE=secret)

    page = (tmp_path / "sheet.html").read_text("utf-8")

    assert device.welcome["centre"] in page
    assert receipt.key_id(device.signing_key) in page
    assert hashlib.sha256((tmp_path / "b").read_bytes()).hexdigest() in page
    assert secret not in page
    assert "{{" not in page
    assert "://" not in page
