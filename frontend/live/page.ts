/**
 * Another page of ours, as a document of which no script runs; null when it was called off.
 *
 * An XMLHttpRequest reads it, because that needs no policy that turns text into markup: our pages have none.
 * Where the page can't be had the document has nothing of what one looks for.
 */
export function fetchPage(address: string, signal: AbortSignal): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.addEventListener("load", () => resolve(request.responseXML ?? new Document()));
    request.addEventListener("error", () => resolve(new Document()));
    request.addEventListener("abort", () => resolve(null));
    signal.addEventListener("abort", () => request.abort());
    request.send();
  });
}

/** Where a form leads when it is sent from here instead of by the browser, and the page there; null where it can't be had. */
export function sendForm(form: HTMLFormElement): Promise<{ page: Document; address: string } | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.addEventListener("load", () =>
      resolve(request.responseXML && { page: request.responseXML, address: request.responseURL }),
    );
    request.addEventListener("error", () => resolve(null));
    request.send(new FormData(form));
  });
}

/** The page that a POST is answered with, in the same way; null where it can't be had. */
export function postForPage(address: string, body: object): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("content-type", "application/json");
    request.responseType = "document";
    request.addEventListener("load", () => resolve(request.status === 200 ? request.responseXML : null));
    request.addEventListener("error", () => resolve(null));
    request.send(JSON.stringify(body));
  });
}
