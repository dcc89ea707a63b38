/** What to write instead, for each kind, in both languages of the interface. */
import type { Kind } from "./finding.ts";

type Text = Readonly<Record<"nl" | "en", string>>;

const INSTEAD: Readonly<Record<Kind, Text>> = {
  name: {
    nl: "Dit lijkt op een naam. Schrijf wie het is voor de casus: een cliënt, een collega, mijn leidinggevende.",
    en: "This looks like a name. Write who it is for the case: a client, a colleague, my manager.",
  },
  address: {
    nl: "Dit lijkt op een adres. Schrijf alleen wat ertoe doet: in een dorp, op een flat, dichtbij school.",
    en: "This looks like an address. Write only what matters: in a village, in a block of flats, near the school.",
  },
  birth_date: {
    nl: "Dit lijkt op een geboortedatum of een exacte dag van lang geleden. Schrijf een leeftijd of een tijd: een puber, begin vijftig, een paar jaar terug.",
    en: "This looks like a birth date or an exact day of long ago. Write an age or a time: a teenager, early fifties, some years back.",
  },
  telephone: {
    nl: "Dit lijkt op een telefoonnummer. Laat het weg: voor de casus is het niet nodig.",
    en: "This looks like a telephone number. Leave it out: the case doesn't need it.",
  },
  mail: {
    nl: "Dit is een mailadres. Laat het weg, en schrijf wie het was: de school, een collega.",
    en: "This is a mail address. Leave it out, and write who it was: the school, a colleague.",
  },
  citizen_number: {
    nl: "Dit kan een burgerservicenummer of zorgnummer zijn. Haal het weg; het hoort niet in een casus.",
    en: "This may be a citizen service or health number. Remove it; it doesn't belong in a case.",
  },
  plate: {
    nl: "Dit lijkt op een kenteken. Schrijf: een auto, of de bus van het werk.",
    en: "This looks like a number plate. Write: a car, or the van from work.",
  },
};

export function instead(kind: Kind, language: "nl" | "en"): string {
  return INSTEAD[kind][language];
}
