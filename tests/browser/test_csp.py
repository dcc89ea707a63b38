"""What an attacker who got a foothold in a page would try: the security policy holds each of them back."""

import pytest

from tests.browser.gathering import Gathering

# By name: what is tried, from a timer in the page, because what the test itself runs may be let through.
PROBES = {
    "eval": "eval('1')",
    "Function": "new Function('return 1')()",
    "a timer with text": "setTimeout('window.wasRun = true', 0)",
    "an inline script": """
        const script = document.createElement('script');
        script.append('window.wasRun = true');
        document.head.append(script);
        if (!window.wasRun) throw new Error('held back');
    """,
    "a script from elsewhere": """
        const script = document.createElement('script');
        script.src = 'https://elsewhere.example/script.js';
    """,
    "markup from text": "document.createElement('div').innerHTML = '<b>bold</b>'",
    "markup from text, parsed": "new DOMParser().parseFromString('<b>bold</b>', 'text/html')",
    "an inline handler": """
        const button = document.createElement('button');
        button.setAttribute('onclick', 'window.wasRun = true');
        button.click();
        if (!window.wasRun) throw new Error('held back');
    """,
    "a request to elsewhere": "await fetch('https://elsewhere.example/')",
    "a socket to elsewhere": """
        await new Promise((resolve, reject) => {
            const socket = new WebSocket('wss://elsewhere.example/');
            socket.onopen = resolve;
            socket.onerror = reject;
        });
    """,
    "WebAssembly in the page": "await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))",
    "a worker from elsewhere": "new Worker('https://elsewhere.example/worker.js')",
    "a worker from text": "new Worker(URL.createObjectURL(new Blob(['1'])))",
    "an image from elsewhere": """
        await new Promise((resolve, reject) => {
            const image = new Image();
            image.onload = resolve;
            image.onerror = reject;
            image.src = 'https://elsewhere.example/picture.png';
        });
    """,
    "another base": """
        const base = document.createElement('base');
        base.href = 'https://elsewhere.example/';
        document.head.append(base);
        if (!document.baseURI.startsWith('https://elsewhere')) throw new Error('held back');
    """,
}
TRY_ALL = """
    (probes) => new Promise((resolve) => {
        const outcome = {}, violated = [];
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violated.push(effectiveDirective));
        setTimeout(async () => {
            for (const [name, run] of Object.entries(probes)) {
                try { await run(); outcome[name] = 'ran'; } catch { outcome[name] = 'held back'; }
            }
            setTimeout(() => resolve([outcome, violated, globalThis.wasRun === true]));
        });
    })
"""
# What held them back was the policy, and not a name that can't be found.
HELD_BACK_BY = {"connect-src", "img-src", "base-uri", "require-trusted-types-for", "script-src"}


@pytest.mark.parametrize("place", ["the first page", "the room"])
async def test_the_policy_holds_back_what_an_attacker_would_try(gathering: Gathering, place: str) -> None:
    bram = await gathering.sit("Bram")
    bram.faults.expect("")  # every probe says in the console that it was held back
    if place == "the room":
        await bram.begin()
    else:
        await bram.page.goto("/")

    functions = ", ".join(f"{name!r}: async () => {{ {run} }}" for name, run in PROBES.items())
    outcome, violated, was_run = await bram.page.evaluate(f"() => ({TRY_ALL})({{ {functions} }})")

    assert outcome == dict.fromkeys(PROBES, "held back")
    assert set(violated) >= HELD_BACK_BY
    assert not was_run
