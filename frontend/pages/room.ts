/** The room. */
import "../elements/card-table.ts";
import "../elements/case-choice.ts";
import "../elements/circle-choice.ts";
import "../elements/circle-wall.ts";
import "../elements/door-link.ts";
import "../elements/facilitator-panel.ts";
import "../elements/floor-deeds.ts";
import "../elements/four-walls.ts";
import "../elements/gathering-place.ts";
import "../elements/line-state.ts";
import "../elements/label-choice.ts";
import "../elements/now-sentence.ts";
import "../elements/phase-clock.ts";
import "../elements/phase-rail.ts";
import "../elements/private-notes.ts";
import "../elements/role-parts.ts";
import "../elements/room-more.ts";
import "../elements/sealed-field.ts";
import "../elements/share-bars.ts";
import "../elements/stop-sheet.ts";
import "../elements/taking-along.ts";
import "../elements/theory-card.ts";
import "../elements/turn-ring.ts";
import "../elements/what-i-bring.ts";
import "../elements/writing-box.ts";
import { openRoom } from "./boot/room-page.ts";

openRoom({ onWall: false });
