/** An archive as one file that opens in any browser, without the network; a program finds the same in it as JSON. */
import type { Belongings, KeptCircle, KeptText } from "../live/belongings.ts";
import type { Texts } from "./texts.ts";

const STYLE = `body{font:1.05rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem}
h2{margin-top:3rem}article{border-top:1px solid #bbb;padding:.5rem 0 1rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}.soft{color:#555}dl dl{margin-left:1rem}dt{font-weight:600}`;

export const asJson = (belongings: Belongings): string => JSON.stringify(belongings, null, 1);

export function asPage(belongings: Belongings, name: string, language: string, texts: Texts): string {
  const day = new Date(belongings.made).toLocaleDateString(language, { dateStyle: "long" });
  const title = escaped(texts.say("archive.title", { name, day }));
  const device = Object.values(belongings.device);
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1><p>${escaped(texts.say("archive.private"))}</p>
${belongings.circles.map((circle) => ofCircle(circle, language, texts)).join("\n")}
${device.length === 0 ? "" : `<h2>${escaped(texts.say("archive.device"))}</h2>${device.map(value).join("")}`}
<h2>${escaped(texts.say("archive.held"))}</h2>${shown(belongings.held)}
<script type="application/json" id="kring">${asJson(belongings).replaceAll("<", "\\u003c")}</script>
</body></html>
`;
}

function ofCircle({ name, state, texts: kept }: KeptCircle, language: string, texts: Texts): string {
  const inside =
    state !== "open"
      ? `<p>${escaped(texts.say("archive.shut"))}</p>`
      : kept.map((text) => article(text, language, texts)).join("\n");
  return `<section><h2>${escaped(name)}</h2>${inside}</section>`;
}

function article(kept: KeptText, language: string, texts: Texts): string {
  const what = texts.has(`archive.field.${kept.field}`)
    ? texts.say(`archive.field.${kept.field}`)
    : kept.field;
  const when = new Date(kept.at).toLocaleDateString(language, { dateStyle: "long" });
  const foot = [kept.isOwn ? texts.say("archive.mine") : kept.by, when].filter((part) => part !== null);
  const text = kept.text === null ? `<p>${escaped(texts.say("archive.unopened"))}</p>` : value(kept.text);
  return `<article><h3>${escaped(what)}</h3>${text}<p class="soft">${escaped(foot.join(" · "))}</p></article>`;
}

/** Some texts are several answers at once. */
function value(text: string): string {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null) return shown(read);
  } catch {
    // Written as plain words.
  }
  return `<p class="text">${escaped(text)}</p>`;
}

function shown(read: unknown): string {
  if (Array.isArray(read)) return `<ol>${read.map((one) => `<li>${shown(one)}</li>`).join("")}</ol>`;
  if (typeof read === "object" && read !== null)
    return `<dl>${Object.entries(read)
      .map(([name, one]) => `<dt>${escaped(name)}</dt><dd>${shown(one)}</dd>`)
      .join("")}</dl>`;
  return `<span class="text">${escaped(typeof read === "string" ? read : JSON.stringify(read ?? ""))}</span>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
