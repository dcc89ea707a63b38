/** The room for a beamer: what everybody may see, and nothing to press. */
import "../elements/card-table.ts";
import "../elements/case-choice.ts";
import "../elements/circle-wall.ts";
import "../elements/door-link.ts";
import "../elements/line-state.ts";
import "../elements/now-sentence.ts";
import "../elements/phase-clock.ts";
import "../elements/stop-sheet.ts";
import "../elements/theory-card.ts";
import "../elements/turn-ring.ts";
import { openRoom } from "./boot/room-page.ts";

openRoom({ onWall: true });
