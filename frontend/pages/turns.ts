/** Turns of a circle: the method that somebody chooses beforehand may be one of its own. */
import "../elements/circle-choices.ts";
import "../elements/own-method.ts";
