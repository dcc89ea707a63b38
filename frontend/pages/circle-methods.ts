/** The methods that a circle has of its own, and giving it one. */
import "../elements/circle-keys.ts";
import "../elements/circle-methods.ts";
import { keepFragment } from "../elements/fragment.ts";

keepFragment();
