/** A kick-off: the organiser's page, and that of who takes part. */
import "../elements/kick-off-room.ts";
import "../elements/kick-off-way.ts";
import { fillZone } from "../elements/own-zone.ts";

fillZone(document);
