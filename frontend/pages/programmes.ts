/** Forms around a programme: what is half written survives a reload. */
import "../elements/kept-form.ts";
