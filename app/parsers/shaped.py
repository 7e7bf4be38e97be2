"""Output that parses, but isn't shaped as its program promises: a ValueError in place of a stumble."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def shaped(what: str) -> Iterator[None]:
    """Turn a lookup into values of another shape into a ValueError that says what was expected."""
    try:
        yield
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError(f"expected {what}, found another form ({type(error).__name__})") from error
