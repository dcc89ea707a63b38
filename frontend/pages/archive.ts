/** All that is mine, as a file. */
import "../elements/whole-archive.ts";
