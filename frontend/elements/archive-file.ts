/** An archive as one file that opens in any browser, without the network; a program finds the same in it as JSON. */
import type { Belongings, KeptCircle, KeptText } from "../live/belongings.ts";
import { ArchiveWords } from "./archive-words.ts";
import type { KeptCard, KeptStep } from "./keepsake.ts";
import { inOne, parsed } from "./readable.ts";
import type { Texts } from "./texts.ts";

type Language = "nl" | "en";

const STYLE = `body{font:1.05rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:44rem;padding:0 1rem}
h2{margin-top:3rem}article{border-top:1px solid #bbb;padding:.5rem 0 1rem}
ul{padding-inline-start:1.2rem}p.soft{margin:.2rem 0}dd{margin-inline-start:1rem}
.text{white-space:pre-wrap;overflow-wrap:anywhere}.soft{color:#555}dl dl{margin-left:1rem}dt{font-weight:600}`;

export const asJson = (belongings: Belongings): string => JSON.stringify(belongings, null, 1);

export function asPage(belongings: Belongings, name: string, language: Language, texts: Texts): string {
  const day = new Date(belongings.made).toLocaleDateString(language, { dateStyle: "long" });
  const title = escaped(texts.say("archive.title", { name, day }));
  const words = new ArchiveWords(texts, language, new Map());
  const device = Object.values(belongings.device).map((text) => written(text, language, words));
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1><p>${escaped(texts.say("archive.private"))}</p>
${belongings.circles.map((circle) => ofCircle(circle, language, texts)).join("\n")}
${device.length === 0 ? "" : `<h2>${escaped(texts.say("archive.device"))}</h2>${device.join("")}`}
<h2>${escaped(texts.say("archive.held"))}</h2>${rows(belongings.held as object, language, words, "")}
<script type="application/json" id="kring">${asJson(belongings).replaceAll("<", "\\u003c")}</script>
</body></html>
`;
}

function ofCircle(
  { name, state, texts: kept, people }: KeptCircle,
  language: Language,
  texts: Texts,
): string {
  const words = new ArchiveWords(texts, language, new Map(Object.entries(people)));
  const inside =
    state !== "open"
      ? `<p>${escaped(texts.say("archive.shut"))}</p>`
      : kept.map((text) => article(text, language, texts, words)).join("\n");
  return `<section><h2>${escaped(name)}</h2>${inside}</section>`;
}

function article(kept: KeptText, language: Language, texts: Texts, words: ArchiveWords): string {
  const when = new Date(kept.at).toLocaleDateString(language, { dateStyle: "long" });
  const foot = [kept.isOwn ? texts.say("archive.mine") : kept.by, when].filter((part) => part !== null);
  const text =
    kept.text === null
      ? `<p>${escaped(texts.say("archive.unopened"))}</p>`
      : written(kept.text, language, words);
  return `<article><h3>${escaped(words.field(kept.field))}</h3>${text}<p class="soft">${escaped(foot.join(" · "))}</p></article>`;
}

/** Some texts are several answers at once, or the steps of a meeting with their cards. */
function written(text: string, language: Language, words: ArchiveWords): string {
  const told = parsed(text);
  if (told === null) return paragraph(text);
  const { steps, notes } = told as { steps?: readonly KeptStep[]; notes?: string };
  if (!Array.isArray(steps)) return rows(told, language, words, "");
  const parts = (steps as readonly KeptStep[]).map(
    ({ name, cards }) => `<h4>${escaped(name[language])}</h4><ul>${cards.map(card).join("")}</ul>`,
  );
  return parts.join("") + (notes === undefined || notes.trim() === "" ? "" : paragraph(notes));
}

function card({ by, text, date, about, labels }: KeptCard): string {
  const foot = [by?.name ?? "", ...labels, date ?? ""].filter((part) => part !== "").join(" · ");
  const subject = about === null ? "" : `<p class="soft">${escaped(about)}</p>`;
  return `<li>${subject}${paragraph(text)}<p class="soft">${escaped(foot)}</p></li>`;
}

/** `under`: the name under which a row of values stands. */
function rows(told: object, language: Language, words: ArchiveWords, under: string): string {
  const inside = (name: string, both: unknown): string | null => {
    const value = inOne(both, language);
    if (typeof value === "object" && value !== null) return rows(value, language, words, name) || null;
    const said = words.value(name, value);
    return said === null ? null : `<span class="text">${escaped(said)}</span>`;
  };
  if (Array.isArray(told)) {
    const items = told.map((one) => inside(under, one)).filter((one) => one !== null);
    return items.length === 0 ? "" : `<ul>${items.map((one) => `<li>${one}</li>`).join("")}</ul>`;
  }
  const named = Object.entries(told).map(([name, one]): [string, string | null] => [name, inside(name, one)]);
  const shown = named.filter(([, one]) => one !== null);
  const terms = shown.map(([name, one]) => `<dt>${escaped(words.name(name))}</dt><dd>${one}</dd>`);
  return terms.length === 0 ? "" : `<dl>${terms.join("")}</dl>`;
}

const paragraph = (text: string): string => `<p class="text">${escaped(text.trim())}</p>`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
