/** On every page of somebody who is signed in: opens their vault with what they typed when they signed in. */
import { trustOwnScripts } from "../elements/trusted.ts";

trustOwnScripts();
