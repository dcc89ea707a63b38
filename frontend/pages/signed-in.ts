/** On every page of somebody who is signed in: opens their vault with what they typed when they signed in. */
import "../elements/own-vault.ts";
