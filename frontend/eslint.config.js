import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["node_modules/"]),
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ["tsconfig.json", "tsconfig.worker.json"] } },
    rules: {
      // A number or a yes-or-no reads well in a text; an object never does.
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      // `() => doIt()` is the shortest honest way to say what a click does.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "no-restricted-properties": [
        "error",
        {
          property: "innerHTML",
          message: "Text of people is set with textContent; build elements for the rest.",
        },
        {
          property: "outerHTML",
          message: "Text of people is set with textContent; build elements for the rest.",
        },
        {
          property: "insertAdjacentHTML",
          message: "Text of people is set with textContent; build elements for the rest.",
        },
      ],
      eqeqeq: "error",
    },
  },
  {
    // node:test collects the promise that `test` gives; nobody needs to await it.
    files: ["tests/**/*.ts"],
    rules: {
      "@typescript-eslint/no-floating-promises": [
        "error",
        {
          allowForKnownSafeCalls: [
            { from: "package", package: "node:test", name: ["test", "describe", "it"] },
          ],
        },
      ],
    },
  },
  {
    // vault ─► nothing of ours
    files: ["vault/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["../*"], message: "The vault leans on nothing of ours." }] },
      ],
    },
  },
  {
    // advice ─► nothing of ours
    files: ["advice/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["../*"], message: "The rules of the advice lean on nothing of ours." }] },
      ],
    },
  },
  {
    // live ─► vault, and the words of the craft in the browser
    files: ["live/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["../*", "!../vault", "!../vault/*", "!../vitality", "!../vitality/*"],
              message: "live leans on vault and the craft alone.",
            },
          ],
        },
      ],
    },
  },
  {
    // vitality, growth, cases ─► nothing of ours: opened text goes in, and a decision comes out
    files: ["vitality/**/*.ts", "growth/**/*.ts", "cases/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "/(advice|elements|live|pages|vault)/",
              message: "The craft in the browser knows no page, no line and no key.",
            },
          ],
        },
      ],
    },
  },
  {
    // elements ─► advice, vitality, growth, cases, live, vault
    files: ["elements/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["../pages/*"], message: "An element doesn't know its page." }] },
      ],
    },
  },
  { files: ["*.mjs"], languageOptions: { globals: { process: "readonly" } } },
);
