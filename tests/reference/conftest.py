"""What the tests of tables share."""

import pytest


@pytest.fixture
def write(tmp_path):
    """Write a file into a folder of the test, and return its path."""

    def written(text, name="table.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return written
