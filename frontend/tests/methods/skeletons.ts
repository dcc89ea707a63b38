/** For tests of the server: the skeletons of all files in a folder, as one JSON object by id. */
import { readFileSync, readdirSync } from "node:fs";
import { text } from "../../methods/data.ts";
import { read } from "../../methods/file.ts";
import { skeletonOf } from "../../methods/skeleton.ts";

const folder = process.argv[2] ?? "";
const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const found = names.map((name) => read(readFileSync(`${folder}/${name}`, "utf8"), new Set()));
const methods = found.flatMap((one) => ("method" in one ? [one.method] : []));
process.stdout.write(
  JSON.stringify(Object.fromEntries(methods.map((method) => [text(method.id), skeletonOf(method).method]))),
);
