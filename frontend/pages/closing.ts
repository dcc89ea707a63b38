/** After the meeting: the same room, of which only what one takes along is left. */
import "../elements/share-bars.ts";
import "../elements/taking-along.ts";
import { openRoom } from "./boot/room-page.ts";

openRoom({ onWall: false });
