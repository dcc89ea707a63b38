/** The steps as bars, as the library draws them; the server says where each stands. */
import type { Bar } from "../methods/checking.ts";
import { draw } from "./make.ts";

export function drawBand(band: SVGElement, bars: readonly Bar[]): void {
  band.replaceChildren(
    ...bars.flatMap(({ sound, apart, left, middle, width, top, height, number }) => [
      draw("rect", { class: `phase-band__bar phase-band__bar--${sound}`, x: left, y: top, width, height }),
      ...(apart
        ? [draw("rect", { class: "phase-band__apart", x: left, y: "79%", width, height: "5%" })]
        : []),
      ...(number === ""
        ? []
        : [
            draw(
              "text",
              { class: "phase-band__number", x: middle, y: "98%", "text-anchor": "middle" },
              number,
            ),
          ]),
    ]),
  );
}
