import "../elements/meeting-rating.ts";
import "../elements/vitality-line.ts";
