/** Asking our own server: JSON out, JSON in, and a refusal that carries a sentence for people. */

export class Refused extends Error {
  readonly code: string;
  readonly status: number;

  /** `say` is a sentence in the person's language. */
  constructor(code: string, say: string, status: number) {
    super(say);
    this.name = "Refused";
    this.code = code;
    this.status = status;
  }
}

export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
}

export async function ask<Body>(method: string, address: string, body?: object): Promise<Answered<Body>> {
  const response = await fetch(address, {
    method,
    headers: {
      accept: "application/json",
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    redirect: "error",
  });
  const text = await response.text();
  const told: unknown = text === "" ? null : JSON.parse(text);
  if (response.ok) return { status: response.status, body: told as Body };
  const { refused, say } = (told ?? {}) as { refused?: string; say?: string };
  throw new Refused(refused ?? "server_error", say ?? "", response.status);
}
