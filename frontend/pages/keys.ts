/** The pages of one's own keys: opening, the recovery sheet, an old one that turned up, another passphrase. */
import "../elements/change-passphrase.ts";
import "../elements/found-again.ts";
import "../elements/new-passphrase.ts";
import "../elements/open-vault.ts";
import "../elements/recovery-sheet.ts";
