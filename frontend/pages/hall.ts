/** What a room needs besides where several circles gather, on phones and on the wall. */
import "../elements/circle-choice.ts";
import "../elements/circle-wall.ts";
