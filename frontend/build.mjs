/**
 * Bundle what runs in the browser: `node build.mjs OUT STAMP`. The package build calls this; see hatch_build.py.
 *
 * By convention each `pages/NAME.ts` is the script of one kind of page, `styles/main.css` the style sheet of the screen
 * and `styles/sheets.css` that of paper, `vault/worker.ts` the worker that holds the keys, `vault/plain-argon2.ts` what it
 * fetches where there is no WebAssembly, and `vault/export.ts` the worker that only a download needs.
 *
 * Each name in OUT carries a hash of its content, so that a browser may keep the file for good. `manifest.json` says
 * which file stands for which entry, and by which hash a page recognises it. Scripts know two constants:
 * `KRING_BUILD`, a short name for this build, and `KRING_FILES`, from entry to file name, for what they load later.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, parse } from "node:path";
import { build } from "esbuild";
import { SHARED, exportsOf, gathering, leading, reachOf } from "./shared.mjs";

const [out, stamp] = process.argv.slice(2);
process.chdir(import.meta.dirname);
mkdirSync(out, { recursive: true });

/** Entry to file name in OUT, as in `{"room.js": "room-AB12CD34.js"}`. */
const files = {};
/** The packages of others of which something ended up in OUT. */
const borrowed = new Set();

const always = {
  bundle: true,
  minify: true,
  target: "es2022",
  charset: "utf8",
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file", ".wasm": "file", ".txt": "text" },
  legalComments: "none", // licences.txt has the whole texts
  metafile: true,
  logLevel: "warning",
};

async function bundle(entryPoints, options) {
  const present = Object.fromEntries(
    Object.entries(entryPoints).filter(([, path]) => path.startsWith("shared:") || existsSync(path)),
  );
  if (Object.keys(present).length === 0) return;
  const later = Object.entries(files).filter(([entry]) => /\.(js|wasm)$/.test(entry));
  const define = {
    KRING_BUILD: JSON.stringify(stamp.slice(0, 12)),
    KRING_FILES: JSON.stringify(Object.fromEntries(later)),
  };
  const { metafile } = await build({ ...always, ...options, define, entryPoints: present });
  const entryOf = Object.fromEntries(Object.entries(present).map(([name, path]) => [path, name]));
  for (const [path, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    const { base, ext } = parse(path);
    const sources = Object.keys(inputs);
    const isAsset = ext === ".woff2" || ext === ".wasm";
    files[isAsset ? basename(sources[0]) : entryOf[entryPoint] ? entryOf[entryPoint] + ext : base] = base;
    for (const source of sources) {
      const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source);
      if (found) borrowed.add(found[1]);
    }
  }
}

/** Each page by itself, with the shared files that it leads to; see shared.mjs. */
async function bundlePages(pages) {
  const options = { format: "esm", splitting: true };
  const plain = {
    ...always,
    ...options,
    define: { KRING_BUILD: '""', KRING_FILES: "{}" },
    outdir: "nowhere",
  };
  const reached = new Map();
  for (const page of pages) reached.set(page, await reachOf(page, plain));
  const shared = [];
  for (const { name, page, heart } of SHARED) {
    const taken = shared.flatMap(({ exported }) => [...exported.keys()]);
    const modules = [...reached.get(page)].filter((path) => path.endsWith(".ts") && path !== page);
    const exported = await exportsOf(modules.filter((path) => !taken.includes(path)).sort(), plain);
    const plugins = [gathering(exported), ...shared.map(({ leads }) => leads)];
    await bundle({ [name]: `shared:${name}` }, { ...options, plugins });
    shared.push({ heart, exported, leads: leading(exported, files[`${name}.js`]) });
  }
  for (const page of pages) {
    const last = shared.findLastIndex(({ heart }) => reached.get(page).has(heart));
    const plugins = shared.slice(0, last + 1).map(({ leads }) => leads);
    await bundle({ [parse(page).name]: page }, { ...options, plugins });
  }
}

function copy(path) {
  const content = readFileSync(path);
  const { base, name, ext } = parse(path);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  files[base] = `${name}-${hash}${ext}`;
  writeFileSync(join(out, files[base]), content);
}

function licences() {
  const texts = [...borrowed].sort().map((name) => {
    const folder = join("node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((found) => /^licen[cs]e/i.test(found));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}\n`;
  });
  writeFileSync(join(out, "licences.txt"), texts.join(`\n${"-".repeat(80)}\n\n`));
  files["licences.txt"] = "licences.txt";
}

function integrity(file) {
  return (
    "sha384-" +
    createHash("sha384")
      .update(readFileSync(join(out, file)))
      .digest("base64")
  );
}

copy("node_modules/argon2id/dist/simd.wasm");
copy("node_modules/argon2id/dist/no-simd.wasm");
copy("images/sign.svg");
await bundle({ main: "styles/main.css", sheets: "styles/sheets.css" }, {});
await bundle({ "plain-argon2": "vault/plain-argon2.ts" }, { format: "iife", globalName: "plainArgon2" });
await bundle({ vault: "vault/worker.ts", export: "vault/export.ts" }, { format: "iife" });
await bundlePages(globSync("pages/*.ts").sort());
borrowed.add("argon2id");
licences();

const described = Object.entries(files)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([entry, file]) => [entry, { file, integrity: integrity(file) }]);
writeFileSync(
  join(out, "manifest.json"),
  JSON.stringify({ inputs: stamp, files: Object.fromEntries(described) }, null, 1) + "\n",
);
