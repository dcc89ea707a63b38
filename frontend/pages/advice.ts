/** Which method now? */
import "../elements/method-adviser.ts";
