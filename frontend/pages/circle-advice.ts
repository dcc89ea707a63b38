/** Which method suits a circle that lasts? */
import "../elements/circle-keys.ts";
import "../elements/method-adviser.ts";
