/** Learning goals and reflections: their own pages, and what the pages of a circle and of a meeting show of them. */
import "../elements/circle-keys.ts";
import "../elements/goal-page.ts";
import "../elements/goals-at-meeting.ts";
import "../elements/goals-of-mine.ts";
import "../elements/learning-guide.ts";
import "../elements/learning-overview.ts";
import "../elements/mark-scale.ts";
import "../elements/own-reflection.ts";
import "../elements/reflection-list.ts";
