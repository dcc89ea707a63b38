"""People who come together, each with a device of their own."""

from typing import Literal, Protocol, Self, TypeVar

from playwright.async_api import Browser, BrowserContext, StorageState

from tests.browser.browsers import DESKTOP, Screen
from tests.browser.faults import Faults
from tests.browser.people import Attendee
from tests.browser.words import Language

PATIENCE_MS = 15_000


class Gathering:
    """
    Everybody in one test, and what goes wrong for them.

    Args:
        origin: The site that they all go to.
        kind: Of people who come.
    """

    def __init__(self, browser: Browser, origin: str, kind: type[Attendee] = Attendee) -> None:
        self._kind = kind
        self.origin = origin
        self.everybody: list[Attendee] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def sit(
        self,
        name: str,
        screen: Screen = DESKTOP,
        language: Language = "en",
        scheme: Literal["light", "dark"] = "light",
        holding: StorageState | None = None,
    ) -> Attendee:
        """Somebody with an empty page in a browser that is fresh, or that holds what was left there."""
        context = await self._browser.new_context(
            base_url=self.origin,
            viewport={"width": screen.width, "height": screen.height},
            has_touch=screen.is_phone,
            is_mobile=screen.is_phone,
            locale={"nl": "nl-NL", "en": "en-GB"}[language],
            color_scheme=scheme,
            reduced_motion="reduce",
            accept_downloads=True,
            storage_state=holding,
        )
        self._contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        faults = Faults(name)
        faults.listen(context)
        attendee = self._kind(await context.new_page(), name, language, faults)
        self.everybody.append(attendee)
        return attendee

    def faults(self) -> list[str]:
        return [fault for attendee in self.everybody for fault in attendee.faults.heard]

    async def screens(self) -> str:
        """What everybody sees at this moment."""
        return "\n\n".join([await attendee.screen() for attendee in self.everybody])

    async def close(self) -> None:
        for context in self._contexts:
            await context.close()
        self._contexts.clear()


OfKind = TypeVar("OfKind", bound=Gathering)


class Gather(Protocol):
    """Where people sit down who go to a site of their own."""

    def __call__(self, origin: str, kind: type[OfKind]) -> OfKind: ...
