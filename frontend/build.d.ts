/** What build.mjs fills in: a short name for this build, and the file that stands for each script and wasm made before this one. */
declare const KRING_BUILD: string;
declare const KRING_FILES: Readonly<Record<string, string>>;
