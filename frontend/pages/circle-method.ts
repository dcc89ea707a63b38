/** Changing a method of the circle. */
import "../elements/circle-keys.ts";
import "../elements/circle-method.ts";
