/** Forming circles: without this page's script the same forms and links do it. */
import "../elements/forming-board.ts";
import "../elements/forming-move.ts";
import "../elements/forming-progress.ts";
