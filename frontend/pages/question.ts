/** Which kind of question is it? Without this page's script it is a list of questions with links. */
import "../elements/question-triage.ts";
