"""
Sentences that must never be found anywhere but with the people who may read them, and the net to look for them with.

Every field of every page stands in one of the lists below; a field that stands in none makes the test fail.
"""

import base64
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from playwright.async_api import Browser, Locator

from tests.browser.browsers import DESKTOP, Screen
from tests.browser.gathering import Gathering
from tests.browser.people import Attendee
from tests.browser.words import Language

# what people write for each other: goes out sealed
SENT = {
    "name",
    "my-name",
    "new-name",
    "write-look_backs",
    "write-offers",
    "write-causes",
    "write-own_part",
    "write-advice",
    "write-useful",
    "write-next_step",
    "write-lessons",
    "write-intentions",
    "Change",
}
# what a page has to say in labels and names of buttons, and so in its own markup
NAMES = {"name", "my-name", "new-name"}
# what stays on the device
KEPT = {"notes", "passphrase"}
# nothing can be written there: one of a few, a number, or a text that the page wrote
CHOSEN = {
    "method",
    "pace",
    "minutes",
    "own-minutes",
    "start",
    "part-to-add",
    "write-next_step-date",
    "write-intentions-date",
}
READ_ONLY = {"link-gathering", "link-dialog"}

FIELD_NAME = "field => field.id || field.name || field.getAttribute('aria-label') || field.outerHTML"
LOOK_FOR_FIELDS = f"""
    const nameOf = {FIELD_NAME};
    const told = new Set();
    const look = () => {{
        for (const field of document.querySelectorAll('input:not([type=hidden]), textarea, select, [contenteditable]')) {{
            const name = field.type === 'radio' ? field.name : nameOf(field);
            if (told.has(name)) continue;
            told.add(name);
            void globalThis.fieldIsThere(name);
        }}
    }};
    new MutationObserver(look).observe(document, {{ childList: true, subtree: true }});
"""


@dataclass(slots=True)
class Canaries:
    """What was typed where, which fields there were, and whose text stood in the markup of a page."""

    by_field: dict[str, str] = field(default_factory=dict)
    written_out: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)

    def of(self, name: str) -> str:
        """The canary of a field: the same each time, and like no other."""
        return self.by_field.setdefault(name, f"kanarie{secrets.token_hex(8)}")


class Canary(Attendee):
    """Somebody who types a canary into every field, after what they wanted to say."""

    canaries: Canaries

    async def fill(self, field: Locator, text: str) -> None:
        await self.write_out()
        name = await field.evaluate(FIELD_NAME)
        await super().fill(field, f"{text} {self.canaries.of(name)}")

    async def write_out(self) -> None:
        """The page as its markup, which is what a history or a report of an error would keep of it."""
        markup = (await self.page.content()).encode()
        self.canaries.written_out |= found(self.canaries.by_field, [markup])


class Aviary(Gathering):
    """A gathering of canaries."""

    def __init__(self, browser: Browser, origin: str) -> None:
        super().__init__(browser, origin, Canary)
        self.canaries = Canaries()

    async def sit_as_canary(self, name: str, screen: Screen = DESKTOP, language: Language = "en") -> Canary:
        canary = await self.sit(name, screen, language)
        assert isinstance(canary, Canary)
        canary.canaries = self.canaries
        await canary.page.context.expose_function("fieldIsThere", self._field_is_there)
        await canary.page.context.add_init_script(LOOK_FOR_FIELDS)
        return canary

    def _field_is_there(self, name: str) -> None:
        self.canaries.fields.add(name)


def found(canaries: Mapping[str, str], places: Iterable[bytes]) -> set[str]:
    """The fields whose canary can be read somewhere, in any of the ways in which a text could be written down."""
    seen: set[str] = set()
    for place in places:
        for name, canary in canaries.items():
            if name not in seen and any(trace in place for trace in traces(canary)):
                seen.add(name)
    return seen


def traces(text: str) -> set[bytes]:
    """How a text would look: plain, as UTF-16, and either of them within base64 wherever it begins."""
    plain = (text.encode(), text.encode("utf-16-le"))
    return {
        *plain,
        *(within for one in plain for offset in range(3) for within in within_base64(one, offset)),
    }


def within_base64(text: bytes, offset: int) -> tuple[bytes, bytes]:
    """The characters that hold nothing but this text, when it stands at this place in what was encoded; in both alphabets."""
    encoded = base64.b64encode(bytes(offset) + text).rstrip(b"=")
    whole = encoded[(0, 2, 3)[offset] : len(encoded) - (1 if (offset + len(text)) % 3 else 0)]
    return whole, whole.replace(b"+", b"-").replace(b"/", b"_")
