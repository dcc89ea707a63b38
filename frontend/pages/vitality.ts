import "../elements/check-outcome.ts";
import "../elements/check-sheet.ts";
import "../elements/circle-keys.ts";
import "../elements/circle-vitality.ts";
