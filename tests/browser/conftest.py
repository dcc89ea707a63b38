"""A server, a browser and people, for tests that do what people do."""

from collections.abc import AsyncIterator, Generator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright, expect

from tests.browser.browsers import ARGUMENTS, chromium
from tests.browser.canary_fields import JOURNEYS, fields_kept
from tests.browser.gathering import Gather, Gathering, OfKind
from tests.browser.ready import ReadyServer
from tests.browser.site import Site, environment
from tests.browser.wire import Wire

HERE = Path(__file__).parent
PATIENCE_MS = 15_000  # two cores, five browsers and a server: seconds, in the worst of moments

expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One event loop for all that share a browser; and it is their own, away from the database of other tests."""
    for item in items:
        if item.path.parent == HERE and pytest_asyncio.is_async_test(item):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def ready_server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[ReadyServer]:
    """Of which all servers of this worker are copies, but for those with settings or a clock of their own."""
    ready = ReadyServer(tmp_path_factory.mktemp("ready"), environment())
    await ready.get_ready()
    yield ready
    ready.stop()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def site(tmp_path_factory: pytest.TempPathFactory, ready_server: ReadyServer) -> AsyncIterator[Site]:
    """The server of this worker."""
    site = Site(tmp_path_factory.mktemp("kring"), ready=ready_server)
    await site.start()
    yield site
    site.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def own_site(
    tmp_path: Path, request: pytest.FixtureRequest, ready_server: ReadyServer
) -> AsyncIterator[Site]:
    """A server for one test alone, to do harm to. Afterwards there is every field that its journey says it writes."""
    site = Site(tmp_path, ready=ready_server)
    await site.start()
    yield site
    says = JOURNEYS.get(request.node.name, frozenset())
    missing = says - fields_kept(site) if says and not request.node.stash.get(FAILED, True) else set()
    site.stop()
    assert missing == set()


@pytest_asyncio.fixture(loop_scope="session")
async def wire(own_site: Site) -> AsyncIterator[Wire]:
    """The only way to that server, and it is listened to. Ask for it before people gather: they hang up first."""
    async with Wire(own_site.port) as wire:
        yield wire


@pytest_asyncio.fixture(loop_scope="session")
async def gathering(browser: Browser, site: Site, request: pytest.FixtureRequest) -> AsyncIterator[Gathering]:
    """Where people sit down with their own devices; afterwards nothing must have gone wrong behind the screens."""
    async with Gathering(browser, site.origin) as gathering:
        yield gathering
        await report(gathering, request)


@pytest_asyncio.fixture(loop_scope="session")
async def gather(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Gather]:
    """The same, at an address of one's own."""
    gatherings: list[Gathering] = []

    def at(origin: str, kind: type[OfKind]) -> OfKind:
        gathering = kind(browser, origin)
        gatherings.append(gathering)
        return gathering

    yield at
    for gathering in gatherings:
        await report(gathering, request)
        await gathering.close()


async def report(gathering: Gathering, request: pytest.FixtureRequest) -> None:
    """What everybody had on their screen when it went wrong; and what went wrong unseen."""
    if request.node.stash.get(FAILED, False):
        request.node.add_report_section("teardown", "screens", await gathering.screens())
    faults = gathering.faults()
    assert not faults, "\n".join(faults)


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call":
        item.stash[FAILED] = report.failed
    return report
