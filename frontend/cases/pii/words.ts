/**
 * Words that tell a name from another word with a capital. Modest on purpose: a whole register of names would weigh more
 * on a phone than the rest of the page, and the capital in the middle of a sentence finds most of the others.
 */

/** Stand before a name. */
export const TITLES =
  "meneer mevrouw meneertje mijnheer mevr mevr. dhr dhr. mw mw. hr hr. de heer juf juffrouw meester zuster broeder dokter dr dr. drs drs. prof prof. ir ir. mr mr. mrs mrs. ms ms. miss mister madam sir nurse oom tante opa oma uncle aunt auntie grandma grandpa";

/** Stand within a name. */
export const BETWEEN = "van der den de het 't ter ten te el al von la le du da di dos ben bin ibn";

/** First names that mean nothing else at the beginning of a sentence; the cast of our examples among them. */
export const FIRST_NAMES = table(`
  Aaliyah Aaron Abdel Abdullah Abigail Achmed Adam Adrian Agnes Ahmed Aicha Aisha Albert Alexander Alex Alfred Ali Alice
  Amina Amir Amy Andrea Andrew Anita Anja Anke Anna Anne Annelies Annemarie Anton Anouk Arie Arjan Arnold Arthur Astrid
  Barbara Bas Ben Benjamin Bernard Betty Bianca Boris Bram Brian Britt Bryan Carla Carlos Carmen Caroline Catherine
  Cees Charles Charlotte Chantal Chloe Chris Christiaan Christina Claire Claudia Coen Colin Cor Cornelis Daan Daniel
  Danielle David Debbie Demi Dennis Derek Diana Diane Dirk Dominic Donald Dorothy Douglas Duncan Dylan Edward Edwin
  Eefje Elena Elif Elise Elizabeth Ella Ellen Els Emily Emine Emma Emre Eric Erik Esther Ethan Eva Evelien Evert Fatima
  Fatma Femke Fenna Ferdinand Finn Fiona Frank Fred Frederik Freek Geert George Gerard Gerda Gerrit Gijs Hanna
  Hannah Hans Harold Harriet Harry Hasan Hassan Hein Heleen Helen Helena Hendrik Henk Henry Herman Hilda Hugo Huub Ian
  Ibrahim Ilse Imane Inge Ingrid Irene Iris Isa Isabel Isabella Ismail Ivo Jaap Jack Jacob Jacqueline James Jamal Jan
  Jane Janet Janneke Jason Jasmijn Jasper Jayden Jeanette Jennifer Jenny Jeroen Jesse Jessica Jim Joan Jochem Joep
  Johan Johanna John Johnny Jolanda Jonas Jonathan Joop Joost Jordy Joris Jos Joseph Josh Joyce Judith Julia Julian
  Julie Jurgen Justin Kamal Karel Karen Karim Karin Kate Katherine Katja Kay Kees Keith Kelly Ken Kenneth Kevin Khadija
  Khalid Kim Klaas Koen Kyle Lars Laura Lauren Laurens Leah Leila Lena Leo Leonie Levi Liam Lieke Lina Linda Lisa Lisanne
  Loes Lotte Louise Luca Lucas Lucy Luuk Maaike Maarten Malik Manon Marcel Marco Margaret Margriet Maria Marian Marianne
  Marieke Marijke Marina Mario Marion Marit Marjan Marlies Martha Martijn Martin Mary Maryam Mathijs Matthew Maud Maureen
  Maurice Mehmet Melanie Melissa Mia Michael Michelle Miguel Mike Mila Milan Milou Miranda Mirjam Mohamed Mohammed Monique
  Moniek Mustafa Nadia Nancy Naomi Natalie Nathan Neil Nick Nicole Niek Niels Nigel Nina Noah Nora Noor Olga Oliver Olivia
  Omar Oscar Patricia Patrick Paul Paula Pauline Peter Petra Philip Piet Pieter Pim Priya Rachel Rachid Ralph Ramon Raymond
  Rebecca Remco Renate Renee Richard Rick Rik Robert Robin Roel Roger Roland Ronald Rosa Rosalie Rowan Ruben Rudolf Ruth
  Ruud Ryan Sabine Said Salma Sam Samantha Samir Samira Samuel Sander Sandra Sanne Sara Sarah Saskia Sean Sebastiaan Selma
  Sem Shirley Siem Simon Simone Sjaak Sjoerd Sofia Sofie Sonja Sophia Sophie Stefan Stephanie Stephen Steven Stijn Susan
  Susanne Suzanne Sven Sylvia Tamara Tanja Teresa Tess Thea Theo Theresa Thijs Thomas Tim Timo Tina Tineke Tom Toon Tygo
  Tyler Ursula Vera Victor Vincent Walter Wendy Wesley Wilhelm Willem Wilma Wim Wouter Xander Yara Yasemin Yasmin Youssef
  Yusuf Yvonne Zeynep Zoe
`);

/** Words that have a capital and are nobody's name: days, months, feasts, languages, places, programs, the trade. */
export const NOBODY = table(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
  October November December Januari Februari Maart Mei Juni Juli Augustus Oktober Maandag Dinsdag Woensdag Donderdag
  Vrijdag Zaterdag Zondag Kerst Kerstmis Pasen Pinksteren Hemelvaart Koningsdag Sinterklaas Ramadan Suikerfeest Offerfeest
  Christmas Easter Eid Diwali Hanukkah God Allah Bijbel Koran Bible Quran Torah Islam
  Nederland Nederlands Nederlander Nederlanders België Vlaanderen Duitsland Duits Frankrijk Frans Engeland Engels Spanje
  Spaans Italië Polen Pools Turkije Turks Marokko Marokkaans Syrië Arabisch Oekraïne Suriname Europa Europees Europese
  Amerika Afrika Azië Curacao Aruba England Scotland Wales Ireland Britain London Europe America Africa Asia Germany German
  France French Spain Spanish Italy Italian Poland Turkey Morocco Syria Arabic Ukraine Ukrainian India Indian Dutch English
  British Irish Scottish Welsh Netherlands Belgium Belgian Hindu Muslim Christian Jewish Catholic Protestant
  Amsterdam Rotterdam Utrecht Eindhoven Groningen Tilburg Almere Breda Nijmegen Arnhem Haarlem Enschede Amersfoort Apeldoorn
  Zwolle Leiden Maastricht Dordrecht Ede Delft Deventer Alkmaar Zaanstad Brabant Limburg Zeeland Friesland Drenthe Overijssel
  Gelderland Flevoland Antwerpen Brussel Gent Manchester Birmingham Leeds Glasgow Edinburgh Bristol Liverpool Cardiff
  Word Excel Outlook Teams Zoom Google Facebook Instagram Signal Skype Windows Android Kring Intervisie Meldcode Jeugdwet
  Wmo Participatiewet Jeugdzorg Gemeente Raad Rechtbank Balint Socrates Excellent Internet Tweede Kamer Covid Corona
  Wet Raad Veilig Thuis Bureau Stichting Vereniging Ministerie Inspectie Universiteit Hogeschool Kernkwadrant Ofman Enneagram
  Team Head Lead Year Council Board Department Service Services School College University Hospital Ward Unit Officer
  Manager Director Court Police Church Trust Act Office Centre Center Committee Association Street Road Avenue
`);

function table(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
