"""Who there is on a server, as far as doors go. Whoever runs it has an account like any other: a stranger's."""

VISITOR = "visitor"
STRANGER = "stranger"
ORGANISER = "organiser"
OTHER_ORGANISER = "organiser of another organisation"
FORMER_ORGANISER = "former organiser"
CLIENT = "client"
OTHER_CLIENT = "client of another programme"
FORMER_CLIENT = "former client"
PARTICIPANT = "participant"
FORMER_PARTICIPANT = "former participant"
POOLED = "lent by another organisation"
FACILITATOR = "facilitator"
OTHER_FACILITATOR = "facilitator of another circle"
MEMBER = "member"
OTHER_MEMBER = "member of another circle"
FORMER_MEMBER = "former member"

# What somebody is called; no two share a word, and no page has one of these words by chance.
CALLED = {
    STRANGER: "Wei Zhangova",
    ORGANISER: "Karin Oostendorp",
    OTHER_ORGANISER: "Mieke Zuidwijk",
    FORMER_ORGANISER: "Hanna Weleer",
    CLIENT: "Pieter Geldersma",
    OTHER_CLIENT: "Gerrit Elderhorst",
    FORMER_CLIENT: "Saskia Vroegindeweij",
    PARTICIPANT: "Imane Benali",
    FORMER_PARTICIPANT: "Joost Vertrokken",
    POOLED: "Zeynep Leenders",
    FACILITATOR: "Bram Gidsveld",
    OTHER_FACILITATOR: "Sander Buurkring",
    MEMBER: "Noor Kringstra",
    OTHER_MEMBER: "Olga Naastenaan",
    FORMER_MEMBER: "Ruud Uitgestapt",
}

SIGNED_IN = frozenset(CALLED)
EVERYBODY = SIGNED_IN | {VISITOR}

IN_CIRCLE = frozenset({MEMBER, FACILITATOR})
TAKES_PART = frozenset({PARTICIPANT, MEMBER, FACILITATOR, OTHER_MEMBER, OTHER_FACILITATOR, FORMER_MEMBER})
LEAD = frozenset({FACILITATOR, OTHER_FACILITATOR})
SEATED = TAKES_PART - LEAD | {POOLED}  # those for whom the organiser looks for a circle
SAT_DOWN = TAKES_PART | {FORMER_PARTICIPANT, POOLED}  # who ever gave their name to take part
