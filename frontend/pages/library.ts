/** Looking for a method: without this page's script a form does the same. */
import "../elements/method-finder.ts";
import "../elements/question-in-hand.ts";
