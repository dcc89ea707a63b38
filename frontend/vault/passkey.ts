/** Passkeys that open a vault: what a browser does with them, and what of it may be sent. */
import { passkeyInput } from "./keys.ts";
import { base64url, fromBase64url } from "./primitives.ts";

type Extended = PublicKeyCredential & {
  getClientExtensionResults(): { prf?: { enabled?: boolean; results?: { first?: BufferSource } } };
};

export interface Asked {
  readonly publicKey: PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON;
}

/** A passkey that answered. `sent` is for the server; `output` opens a slot, and is null where the device can't. */
export interface Answer {
  readonly credential: string;
  readonly sent: string;
  readonly output: string | null;
  /** Whether it will open a slot, perhaps at a next touch; some devices give no output while the passkey is made. */
  readonly opens: boolean;
}

/** Whether this browser may well make passkeys that open a vault. Where it doesn't say, the passkey itself will. */
export async function passkeysOpen(): Promise<boolean> {
  if (!hasPasskeys()) return false;
  const may = PublicKeyCredential as Partial<typeof PublicKeyCredential>;
  if (!may.getClientCapabilities) return true;
  return (await PublicKeyCredential.getClientCapabilities())["extension:prf"] === true;
}

export const hasPasskeys = (): boolean =>
  "PublicKeyCredential" in globalThis && "parseRequestOptionsFromJSON" in PublicKeyCredential;

/** Touches one of these passkeys for what opens the vault, and for nothing else: the server isn't asked. */
export async function passkeyAnswer(
  credentials: readonly string[],
): Promise<{ credential: string; output: string }> {
  const found = await navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      allowCredentials: credentials.map((id) => ({ type: "public-key", id: fromBase64url(id) })),
      userVerification: "required",
      extensions: await prf(),
    },
  });
  const output = outputOf(found);
  if (output === null || !found) throw new DOMException("no prf", "NotSupportedError");
  return { credential: found.id, output };
}

/** A new one, that can sign in by itself and that its owner has to unlock each time. */
export async function createPasskey({ publicKey }: Asked): Promise<Answer> {
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(
    publicKey as PublicKeyCredentialCreationOptionsJSON,
  );
  const authenticatorSelection: AuthenticatorSelectionCriteria = {
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  };
  const extensions = { ...options.extensions, ...(await prf()) };
  const made = await navigator.credentials.create({
    publicKey: { ...options, authenticatorSelection, extensions },
  });
  return answerOf(made);
}

export async function touchPasskey({ publicKey }: Asked): Promise<Answer> {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(publicKey);
  const found = await navigator.credentials.get({
    publicKey: { ...options, extensions: { ...options.extensions, ...(await prf()) } },
  });
  return answerOf(found);
}

const prf = async (): Promise<AuthenticationExtensionsClientInputs> => ({
  prf: { eval: { first: await passkeyInput() } },
});

function outputOf(found: Credential | null): string | null {
  const first = (found as Extended | null)?.getClientExtensionResults().prf?.results?.first;
  return first === undefined ? null : base64url(new Uint8Array(first as ArrayBuffer));
}

function answerOf(found: Credential | null): Answer {
  if (!(found instanceof PublicKeyCredential)) throw new DOMException("no passkey", "NotAllowedError");
  // What opens the vault stands among the results of extensions: only what is named here may be sent.
  const { credProps } = found.getClientExtensionResults();
  const clientExtensionResults = credProps ? { credProps } : {};
  const plain = { ...found.toJSON(), clientExtensionResults } as object;
  const output = outputOf(found);
  const opens = output !== null || (found as Extended).getClientExtensionResults().prf?.enabled === true;
  return { credential: found.id, sent: JSON.stringify(plain), output, opens };
}
