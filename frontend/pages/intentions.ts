/** The intentions of one circle. */
import "../elements/circle-keys.ts";
import "../elements/others-intentions.ts";
// After the others, who listen to what it reads.
import "../elements/my-intentions.ts";
