"""A circle that begins without anybody looking at a screen: started, everybody let in, and everything agreed."""

import json
import secrets
from pathlib import Path
from uuid import uuid4

from kring.client.vault.primitives import base64url, from_base64url
from kring.client.vault.shapes import Guest
from tests.browser.fellows import Fellow, sign_up

Agreed = dict[str, str]
USUAL: Agreed = {"name": "Kring Noord", "rhythm": "monthly", "minutes": "120", "guided": "no"}


async def start(one: Fellow, agreed: Agreed) -> None:
    """A circle of one."""
    one.circle = str(uuid4())
    first = one.vault.begin_circle(group=one.circle, name=one.name)
    body = {
        "circle": one.circle,
        "agreed": agreed,
        "statement": first.statement,
        "grant": first.grants[one.acct],
        "box": first.box,
    }
    await one.device.post("/circles/new/", body)


async def invitation_by(one: Fellow, note: str, replaces: str | None = None) -> str:
    """The link that the page for inviting would show; or that for helping back whose keys are lost (`replaces`)."""
    await one.look()
    invite, secret = str(uuid4()), base64url(secrets.token_bytes(32))
    told = json.dumps({"secret": secret, "note": note, "replaces": replaces})
    text = one.seal("invite.secret", invite, told)
    await one.device.post(
        one.path("invitations/"), {"invitation": invite, "text": text, "replaces": replaces}
    )
    return f"{one.device.origin}/invitation/{one.circle}/{invite}/#{secret}"


async def let_in(one: Fellow) -> None:
    """Whoever waits with an invitation, all at once: as the vault of a member does on the circle's page."""
    keys = await one.look()
    secrets_of = {text["item"]: text for text in keys["standing"] if text["field"] == "invite.secret"}
    guests = []
    for knock in keys["knocks"]:
        invite = keys["invites"][knock["acct"]]
        [opened] = one.open([secrets_of[invite]])
        assert opened.text is not None, opened.error
        secret = from_base64url(json.loads(opened.text)["secret"])
        guests.append(Guest(knock, secret, invite))
    admission = one.vault.welcome(group=one.circle, guests=guests)
    body = {
        "statement": admission.statement,
        "grants": admission.grants,
        "box": admission.box,
        "proofs": admission.proofs,
    }
    await one.device.post(one.path("epochs/"), body)


async def put_rules(one: Fellow, text: str, number: int = 1) -> str:
    """Ground rules for the circle to assent to; returns their version."""
    await one.look()
    version = str(uuid4())
    body = {"version": version, "number": number, "text": one.seal("rules.text", version, text)}
    await one.device.post(one.path("rules/"), body)
    return version


async def begin(fellows: list[Fellow], rules: str, agreed: Agreed = USUAL) -> str:
    """
    The first of them starts it and lets the others in; they agree on everything that is asked. Returns the version of
    the rules.
    """
    await come_together(fellows, agreed)
    return await agree(fellows, rules)


async def come_together(fellows: list[Fellow], agreed: Agreed = USUAL) -> None:
    """Nothing is agreed yet but how often they meet."""
    first, *others = fellows
    await start(first, agreed)
    for one in others:
        await one.accept(await invitation_by(first, one.name))
    await let_in(first)


async def join(fellows: list[Fellow], name: str, data: Path) -> Fellow:
    """Somebody whom the first of them invites, and lets in; one of them from now on."""
    first = fellows[0]
    one = await sign_up(first.device.origin, data, name, "en")
    await one.accept(await invitation_by(first, name))
    await let_in(first)
    fellows.append(one)
    return one


async def agree(fellows: list[Fellow], rules: str) -> str:
    """On lines of authority, and on ground rules that the first of them puts to the circle; returns their version."""
    version = await put_rules(fellows[0], rules)
    await assent(fellows, version)
    return version


async def assent(fellows: list[Fellow], version: str) -> None:
    """Everybody answers about lines of authority, and says yes to these ground rules."""
    for one in fellows:
        await one.look()
        await one.answer_about_authority()
        await one.assent(version)
