/** The organiser's page of a kick-off. */
import "../elements/kick-off-room.ts";
