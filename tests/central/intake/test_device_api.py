"""The API as it describes itself: whatever is sent to it, it answers with reason."""

import re

import pytest
import schemathesis
from central_process import Centre
from central_terminal import Device, session
from hypothesis import HealthCheck, given, settings


@schemathesis.serializer("application/gzip")
def as_it_is(ctx, value):
    """Bytes go out as they are."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    centre = Centre(tmp_path_factory.mktemp("central") / "data", None)
    with centre.serving():
        yield centre


@pytest.fixture(scope="module")
def device(alone):
    return Device(alone)


@pytest.mark.parametrize("door", ["GET centre", "POST enrol", "POST batches", "GET updates", "POST heartbeat"])
def test_whatever_is_sent_the_centre_stays_well(alone, device, door):
    method, path = door.split()
    operation = schemathesis.openapi.from_url(f"{alone.url}/api/v1/openapi.json")[f"/api/v1/{path}"][method]

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(operation.as_strategy())
    def answers_with_reason(case):
        answer = case.call(headers={"Authorization": f"Bearer {device.token}"}, session=device.http)
        assert answer.status_code in {200, 201, 400, 401, 403, 405, 413, 429}

    answers_with_reason()


def test_the_description_names_every_door_and_no_third_party(alone):
    answer = session().get(f"{alone.url}/api/v1/openapi.json", timeout=10)

    assert answer.json()["paths"].keys() == {
        f"/api/v1/{door}" for door in ("centre", "enrol", "batches", "updates", "heartbeat")
    }
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
    answer = device.http.request(method, alone.url + path, headers=device.headers(), timeout=10)

    assert (answer.status_code, answer.json()["code"]) == (int(code[:3]), code)


def test_devices_get_no_cookie_and_nothing_is_cached(alone, device):
    answer = device.updates()

    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
