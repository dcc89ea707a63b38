/** What a browser must be able to do, and bringing companions in. */

/** Whether this browser has the seals that the vault needs; private windows and plain HTTP may not. */
export async function canSeal(): Promise<boolean> {
  if (!globalThis.isSecureContext || !("subtle" in crypto)) return false;
  try {
    await crypto.subtle.generateKey("X25519", false, ["deriveBits"]);
    await crypto.subtle.generateKey("Ed25519", false, ["sign"]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Sends the link to the companions' own process, which lives beside the server and not in it: the secret goes past
 * the server that stores the texts. They speak the language of the page.
 */
export async function inviteCompanions(companions: string, link: string): Promise<void> {
  const response = await fetch(companions, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ link, language: document.documentElement.lang }),
  });
  if (!response.ok) throw new Error(String(response.status));
}
