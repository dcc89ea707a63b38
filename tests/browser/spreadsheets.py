"""Lists of people as an organiser has them: sixty, of whom seven can't be read, as CSV and as XLSX."""

from pathlib import Path

from kring.core.circles.tables import Form, write_table

HEADINGS = (
    "Voornaam",
    "Achternaam",
    "E-mail",
    "Personeelsnummer",
    "Beroep",
    "Functie",
    "Jaren ervaring",
    "Team",
    "Leidinggevende",
    "Regio",
    "Kan online",
    "Talen",
    "Dagdelen",
    "Leerdoelen",
    "Begeleidt",
    "Parkeerplaats",
)
FIRST_NAMES = (
    "Noor Bram Imane Joost Wei Olga Ruud Karin Saskia Hanneke Mohamed Fleur Daan Yara Thijs Sanne".split()
)
LAST_NAMES = "de Wit|Yilmaz|van Dijk|Jansen|El Amrani|Bakker|Chen|Peters|Visser|Smit|Mulder".split("|")
PROFESSIONS = ("maatschappelijk werk", "jeugdzorg", "verpleegkunde")
DAYS = ("ma", "di", "wo", "do", "vr")
PARTS = ("ochtend", "middag", "avond")
PEOPLE = 60
LEADERS = 6  # of the sixty: one a team
# Row as the spreadsheet counts, column, and what stands there.
FAULTS = (
    (5, "E-mail", "fleur.apenstaart.nl"),
    (12, "Beroep", ""),
    (19, "Jaren ervaring", "zeven"),
    (26, "Kan online", "misschien"),
    (33, "Dagdelen", "als het regent"),
    (47, "E-mail", "p01@example.org"),
    (54, "Leerdoelen", "a, b, c, d, e, f"),
)


def rows(people: int = PEOPLE, faults: tuple[tuple[int, str, str], ...] = FAULTS) -> list[list[str]]:
    """Always the same people; each team of ten has somebody to whom the others report."""
    made = [_row(number) for number in range(people)]
    for row, column, value in faults:
        made[row - 2][HEADINGS.index(column)] = value
    return made


def _row(number: int) -> list[str]:
    team, leads = number // 10, number % 10 == 9
    profession = PROFESSIONS[number % 3]
    slots = [f"{DAYS[(number + step) % 5]}-{PARTS[(number // 5 + step) % 3]}" for step in range(4)]
    always = ["di-avond", "wo-middag", "do-ochtend", "vr-ochtend"]
    return [
        FIRST_NAMES[number % len(FIRST_NAMES)],
        LAST_NAMES[number % len(LAST_NAMES)],
        f"p{number:02}@example.org",
        f"{1000 + number}",
        profession,
        "teamleider" if leads else "medewerker",
        str(number % 23),
        f"Team {team + 1}",
        "" if leads else str(1000 + team * 10 + 9),
        "Utrecht",
        "ja",
        "nl",
        ", ".join(dict.fromkeys([*always, *slots])),
        "feedback, omgaan met verandering" if number % 2 else "doorvragen",
        "2" if leads else "",
        f"P{number}",
    ]


def write(folder: Path, form: Form, people: list[list[str]] | None = None) -> Path:
    """The list as a file."""
    file = folder / f"mensen.{form.value}"
    file.write_bytes(write_table(HEADINGS, rows() if people is None else people, form))
    return file
