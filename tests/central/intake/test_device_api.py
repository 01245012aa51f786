"""The API as it describes itself: whatever is sent to it, it answers with reason."""

import re

import pytest
import schemathesis
from central_process import Centre
from central_terminal import Device, session
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

DESCRIBED = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@schemathesis.serializer("application/gzip")
def as_it_is(ctx, value):
    """Bytes go out as they are."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    centre = Centre.prepared(tmp_path_factory.mktemp("central") / "data")
    with centre.serving():
        yield centre


@pytest.fixture(scope="module")
def device(alone):
    return Device(alone)


def doors(alone):
    """Every operation that the centre describes, and how many examples each is worth."""
    schema = schemathesis.openapi.from_url(f"{alone.url}/api/v1/openapi.json")
    return [found.ok() for found in schema.get_all_operations()]


def try_all(alone, device, examples):
    """No 5xx, and no answer whose status, type or shape the description does not name."""
    for operation in doors(alone):

        @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(operation.as_strategy())
        def answers_with_reason(case):
            answer = case.call(headers={"Authorization": f"Bearer {device.token}"}, session=device.http)
            case.validate_response(answer, checks=DESCRIBED)

        answers_with_reason()


@pytest.mark.timeout(180)
def test_whatever_is_sent_the_centre_stays_well_and_answers_as_described(alone, device):
    try_all(alone, device, 20)


@pytest.mark.all
@pytest.mark.timeout(900)
def test_whatever_is_sent_for_long(alone, device):
    try_all(alone, device, 500)


def test_the_description_names_every_door_and_no_third_party(alone):
    answer = session().get(f"{alone.url}/api/v1/openapi.json", timeout=60)

    known = {f"/api/v1/{door}" for door in ("centre", "enrol", "batches", "updates", "heartbeat", "keys")}
    assert known <= answer.json()["paths"].keys()
    assert re.findall(r"https?://[^\s\"]+", answer.text) == []


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("GET /api/v1/nothing", "404.1"),
        ("GET /api/v1/updates?after=-1", "400.2"),
        ("GET /api/v1/updates?after=99999999999999999999", "400.2"),
        ("GET /api/v1/updates?after=x", "400.2"),
        ("POST /api/v1/enrol", "400.2"),
        ("POST /api/v1/heartbeat", "400.2"),
        ("POST /api/v1/batches", "400.2"),
    ],
)
def test_what_is_wrong_has_a_number(alone, device, asked, code):
    method, path = asked.split()
    answer = device.http.request(method, alone.url + path, headers=device.headers(), timeout=60)

    assert (answer.status_code, answer.json()["code"]) == (int(code[:3]), code)


def test_devices_get_no_cookie_and_nothing_is_cached(alone, device):
    answer = device.updates()

    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
