/** The circle's stock of cases, and writing one. */
import "../elements/case-stock.ts";
import "../elements/case-writing.ts";
import "../elements/circle-keys.ts";
import "../elements/question-triage.ts";
