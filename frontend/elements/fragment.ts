/**
 * Which thing on this device a page is about stands behind the `#` of its address, and never leaves the browser.
 * The ways that lead back to the same page keep it: a link, or the form that changes the language.
 *
 *     <a href="?practice=" data-keeps-fragment>…</a>
 */
export function keepFragment(): void {
  for (const way of document.querySelectorAll<HTMLElement>("[data-keeps-fragment]")) {
    const name = way instanceof HTMLFormElement ? "action" : "href";
    const [address = ""] = (way.getAttribute(name) ?? "").split("#");
    way.setAttribute(name, `${address}${location.hash}`);
  }
}
