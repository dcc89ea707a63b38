/** Where a circle opens its room. */
import "../elements/circle-keys.ts";
import "../elements/open-room.ts";
