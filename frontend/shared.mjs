/**
 * Few files a page: what two scripts of one page need stands in a shared one, and the rest in the page's own.
 *
 * A module may be there only once on a page: the line to the worker that holds the keys is one, and so is the circle
 * that elements wait for. Splitting by itself keeps that too, but makes a file for every set of pages that have
 * something in common: twenty for a room.
 *
 * A shared file holds everything that its `page` reaches. It is for pages that reach its `heart`; the others have no
 * second script that could meet the same module, and take what they need of it into their own file.
 */
import { build } from "esbuild";

export const SHARED = [
  { name: "shared-own", page: "pages/signed-in.ts", heart: "vault/connect.ts" },
  { name: "shared-circle", page: "pages/circle.ts", heart: "elements/circle-here.ts" },
];

const NAMESPACE = "shared";

/** Everything that a page holds from its first moment, by path; what it loads later isn't in it. */
export async function reachOf(page, options) {
  const { metafile } = await build({ ...options, entryPoints: [page], write: false });
  const main = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint === page);
  const begins = new Set([main]);
  for (const output of begins)
    for (const { path, kind } of output.imports)
      if (kind === "import-statement" && metafile.outputs[path]) begins.add(metafile.outputs[path]);
  return new Set([...begins].flatMap(({ inputs }) => Object.keys(inputs)));
}

/** The names that each module gives away. */
export async function exportsOf(modules, options) {
  const { metafile } = await build({
    ...options,
    entryPoints: modules,
    bundle: false,
    splitting: false,
    write: false,
  });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint, exports }) => [entryPoint, exports]));
}

/** Lets an entry `shared:NAME` stand for all of these modules, each name with its module's number before it. */
export const gathering = (exported) => ({
  name: "gathering",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^shared:/ }, ({ path }) => ({
      path: path.slice(NAMESPACE.length + 1),
      namespace: NAMESPACE,
    }));
    onLoad({ filter: /.*/, namespace: NAMESPACE }, () => ({
      resolveDir: process.cwd(),
      contents: [...exported]
        .map(([module, names], number) => {
          const given = names.map((name) => `${name} as ${numbered(number, name)}`).join(", ");
          return given === "" ? `import "./${module}";` : `export { ${given} } from "./${module}";`;
        })
        .join("\n"),
    }));
  },
});

/** Leads what these modules give away to the shared file in which they are. */
export const leading = (exported, file) => ({
  name: `leading to ${file}`,
  setup({ onResolve, onLoad }) {
    const numbers = new Map([...exported.keys()].map((module, number) => [module, number]));
    onResolve({ filter: new RegExp(`^\\./${file}$`) }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const module = path.slice(process.cwd().length + 1);
      const number = numbers.get(module);
      if (number === undefined) return null;
      const given = exported.get(module).map((name) => `${numbered(number, name)} as ${name}`);
      return { contents: `import "./${file}"; export { ${given.join(", ")} } from "./${file}";` };
    });
  },
});

const numbered = (number, name) => `m${number}_${name}`;
