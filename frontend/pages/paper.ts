/** Sheets for paper: the browser's own printing does the work, and keeps the headings and tables in a PDF. */
import { show } from "../elements/make.ts";

const button = document.querySelector<HTMLButtonElement>("[data-part=print]");
show(button, true);
button?.addEventListener("click", () => {
  print();
});
