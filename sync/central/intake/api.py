"""The device API, version 1."""

from ninja import NinjaAPI

api = NinjaAPI(title="Xinsheng centre: device API", version="1", docs_url=None)
