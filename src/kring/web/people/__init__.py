"""Who somebody is: accounts, signing in, devices. What they write is sealed elsewhere; no key is known here."""
