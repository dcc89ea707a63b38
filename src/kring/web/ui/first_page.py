"""What rooms add to the first page: each leaves word when the site starts (`AppConfig.ready`)."""

from collections.abc import Callable

_offers: list[tuple[str, Callable[[], bool]]] = []


def offer(template: str, when: Callable[[], bool]) -> None:
    """A fragment of a line, shown while `when` holds."""
    _offers.append((template, when))


def offered() -> list[str]:
    """The fragments that hold now."""
    return [template for template, when in _offers if when()]
