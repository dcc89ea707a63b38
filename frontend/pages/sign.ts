/** Signing up and in: what a passphrase turns into is made here, and the passphrase stays. */
import "../elements/new-passphrase.ts";
import "../elements/pass-key.ts";
import "../elements/sign-form.ts";
import "../elements/way-to-open.ts";
import { show } from "../elements/make.ts";
import { trustOwnScripts } from "../elements/trusted.ts";
import { canSeal } from "./boot/start.ts";

trustOwnScripts();
void canSeal().then((can) => show(document.querySelector<HTMLElement>("[data-part=too-old]"), !can));
