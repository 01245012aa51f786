"""Settings of the centre; every place comes from the data folder or the environment."""

SECRET_KEY = "not yet"  # noqa: S105
