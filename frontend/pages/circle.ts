/** Every page of a circle, and the way into one. */
import "../elements/ask-back.ts";
import "../elements/begin-circle.ts";
import "../elements/case-turns.ts";
import "../elements/case-was-here.ts";
import "../elements/circle-keys.ts";
import "../elements/circle-record.ts";
import "../elements/circle-rules.ts";
import "../elements/circle-words.ts";
import "../elements/invite-people.ts";
import "../elements/join-circle.ts";
import "../elements/keep-circle.ts";
import "../elements/let-in-placed.ts";
import "../elements/open-intentions.ts";
import "../elements/sealed-field.ts";
import "../elements/sealed-text.ts";
import "../elements/start-circle.ts";
import "../elements/walk-in.ts";
