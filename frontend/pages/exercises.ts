/** Looking for an exercise: without this page's script the whole list is there. */
import "../elements/exercise-finder.ts";
