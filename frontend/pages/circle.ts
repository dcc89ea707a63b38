/** Every page of a circle, and the way into one. */
import "../elements/case-turns.ts";
import "../elements/case-was-here.ts";
import "../elements/circle-keys.ts";
import "../elements/circle-record.ts";
import "../elements/circle-rules.ts";
import "../elements/circle-words.ts";
import "../elements/invite-people.ts";
import "../elements/join-circle.ts";
import "../elements/keep-circle.ts";
import "../elements/open-intentions.ts";
import "../elements/open-room.ts";
import "../elements/sealed-text.ts";
import "../elements/start-circle.ts";
