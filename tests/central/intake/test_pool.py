"""Many requests at once, few connections of the database."""

from concurrent.futures import ThreadPoolExecutor

from central_process import Centre
from central_terminal import session

from sync.central.databases import POOL_MAX

AT_ONCE = 48
CHORES = 8  # each thread beside the web worker may hold one
COUNT = "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"


def test_many_threads_share_few_connections_of_postgresql(postgresql, postgresql_schema, tmp_path):
    centre = Centre(tmp_path / "data", postgresql.new_database(like=postgresql_schema))
    with centre.serving(), ThreadPoolExecutor(AT_ONCE) as threads:
        answers = set(threads.map(lambda _: asked(centre), range(4 * AT_ONCE)))
        held = centre.sql(COUNT)[0][0]

    assert answers == {200}
    assert 0 < held <= POOL_MAX + CHORES


def asked(centre: Centre) -> int:
    with session() as client:
        return client.get(f"{centre.url}/board", timeout=30).status_code
