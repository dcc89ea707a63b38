/** Forms about somebody who takes part in a programme. */
import "../elements/kept-form.ts";
