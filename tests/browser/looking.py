"""Looking at a page as somebody with other eyes does: with axe, with large letters, in the dark."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Page

# Contrast takes longer than all the rest together, and a look at one element tells it of all its kind.
CONTRAST = "color-contrast"
ALL_BUT_CONTRAST = {"resultTypes": ["violations"], "rules": {CONTRAST: {"enabled": False}}}

FAULTS = """
    async ([options, kinds]) => {
        const whole = kinds === null;
        const all = whole ? [] : [...document.querySelectorAll('body *')].filter((one) => kinds.includes(kindOf(one)));
        const { violations } = await axe.run(whole ? document : { include: all }, options);
        return violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`));
    }
"""
# All that colours hang on: what it is, in what state, and within what.
KIND_OF = """
    () => {
        globalThis.kindOf = (one) => {
            const states = [':checked', ':disabled', ':has(> :checked)', '[hidden]'].filter((state) => one.matches(state));
            const marks = [...one.attributes].map(({ name }) => name).filter((name) => /^(aria|data)-/.test(name));
            const within = one.parentElement && one !== document.body ? kindOf(one.parentElement) : '';
            return `${within} > ${one.localName}.${one.className}${states}${marks}`;
        };
    }
"""
KINDS = "() => [...new Set([...document.querySelectorAll('body *')].filter((one) => one.checkVisibility()).map(kindOf))]"
# What sticks out to the right, where the page as a whole can be pushed sideways because of it.
STICKS_OUT = """
    () => {
        const page = document.documentElement;
        if (page.scrollWidth <= page.clientWidth) return [];
        const all = [...document.querySelectorAll('body *')];
        const out = all.filter((one) => one.getBoundingClientRect().right > page.clientWidth + 1);
        return [`the page is ${page.scrollWidth} wide in ${page.clientWidth}: `
            + out.slice(-3).map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 40)}`).join(', ')];
    }
"""
# What the page is made of; the keys, which it fetches whenever somebody comes in, are no part of it.
WEIGHT = """
    () => performance.getEntries()
        .filter(({ entryType, name }) => ['navigation', 'resource'].includes(entryType) && !/\\.woff2$|\\/keys\\/(\\?|$)/.test(name))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
"""
USUAL_LETTERS = 16  # pixels
MOST_BYTES = 100_000  # compressed, before fonts


_seen: set[tuple[str, str]] = set()


async def faults_of(page: Page) -> list[str]:
    """Everything that makes this page harder than it needs to be, by day and in the dark, in small and large letters."""
    if not await page.evaluate("'axe' in globalThis"):
        await page.evaluate(AXE_SCRIPT)
        await page.evaluate(KIND_OF)
    faults: list[str] = await page.evaluate(FAULTS, [ALL_BUT_CONTRAST, None])
    for scheme in ("light", "dark"):
        await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        faults += [f"{scheme}: {fault}" for fault in await contrasts(page, scheme)]
    await page.emulate_media(color_scheme="light")
    for percent in (200, 100):
        await set_letters(page, percent)
        faults += [f"letters of {percent} %: {fault}" for fault in await page.evaluate(STICKS_OUT)]
    weight = await page.evaluate(WEIGHT)
    if weight > MOST_BYTES:
        faults.append(f"weighs {weight} bytes")
    return faults


async def contrasts(page: Page, scheme: str) -> list[str]:
    """Of every kind of element that wasn't looked at before in these colours, in this process."""
    kinds = [kind for kind in await page.evaluate(KINDS) if (scheme, kind) not in _seen]
    if not kinds:
        return []
    options = {"runOnly": [CONTRAST], "resultTypes": ["violations"]}
    faults: list[str] = await page.evaluate(FAULTS, [options, kinds])
    if not faults:
        _seen.update((scheme, kind) for kind in kinds)
    return faults


async def set_letters(page: Page, percent: int) -> None:
    """What somebody chooses in the settings of their browser."""
    devtools = await page.context.new_cdp_session(page)
    sizes = {"standard": USUAL_LETTERS * percent // 100, "fixed": USUAL_LETTERS * percent // 100}
    await devtools.send("Page.setFontSizes", {"fontSizes": sizes})
    await devtools.detach()
