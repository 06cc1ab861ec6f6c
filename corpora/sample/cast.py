"""Everyone in the made-up case of Achterberg v. Novalith, Inc., and every form in which the sample writes their names.

Nobody here lives: the persons, the company, the publishers and the newspapers are invented; only the rivals, data sets and shadow
libraries they speak of have the names of real ones, so that the built-in topics have something to find.
"""

from __future__ import annotations

CASE = "3:24-cv-01234-LMT"

# The defendant and its people
NOVALITH = "Novalith, Inc."
VOSS = "Katharina Voss"
OKAFOR = "Marisol Okafor"
VAN_DER_LINDEN = "Pieter van der Linden"
TANAKA = "William Tanaka"
D_CHEN = "Daniel Chen"
G_CHEN = "Grace Chen"
RAGHUNATHAN = "Priya Raghunathan"
ODOWD = "Sean O'Dowd"
FOURNIER = "Amélie Fournier-Diop"

# The plaintiffs, the publishers and the press
PLAINTIFFS = "Plaintiffs"
ACHTERBERG = "Rosalind Achterberg"
IGLESIAS = "Tomás Iglesias-Moreau"
OROURKE = "Deirdre O'Rourke"
HALCYON = "Halcyon & Reed"
WHITCOMBE = "Margaret Whitcombe"
SESAY = "Ibrahim Sesay"
KOWALCZYK = "Hannah Kowalczyk"
FERREIRA = "Luis Ferreira"

# The court and the bar
TRAN = "Lucinda M. Tran"
FELDSTEIN = "Naomi Feldstein"
ABERNATHY = "Carlos Abernathy"
LINDQVIST = "Gregory P. Lindqvist"
HADDAD = "Yusuf Haddad"
QUINTANILLA = "Dolores Quintanilla"
BRANDT = "Owen Brandt"
MBEKI = "Thandi Mbeki-Strand"

FORMS: dict[str, tuple[str, ...]] = {
    VOSS: ("Voss, Katharina", "kvoss@novalith.example", "Ms. Voss", "Voss", "Katharina"),
    OKAFOR: ("Okafor, Marisol", "MARISOL OKAFOR", "mokafor@novalith.example", "Ms. Okafor", "Okafor", "Marisol"),
    VAN_DER_LINDEN: (
        "van der Linden, Pieter",
        "pvanderlinden@novalith.example",
        "Dr. van der Linden",
        "van der Linden",
        "Pieter",
    ),
    TANAKA: ("Bill Tanaka", "wtanaka@novalith.example", "Mr. Tanaka", "Tanaka", "Bill"),
    D_CHEN: ("DANIEL CHEN", "dchen@novalith.example", "Mr. Chen", "Daniel"),
    G_CHEN: ("Chen, Grace", "Ms. Chen", "Grace"),
    RAGHUNATHAN: (
        "Raghunathan, Priya",
        "praghunathan@novalith.example",
        "Ms. Raghunathan",
        "Raghunathan",
        "Priya Ragunathan",
        "Ragunathan",
        "Priya",
    ),
    ODOWD: ("Sean O’Dowd", "sodowd@novalith.example", "Mr. O'Dowd", "O’Dowd", "Sean"),
    FOURNIER: ("afournierdiop@novalith.example", "Fournier-Diop"),
    WHITCOMBE: ("mwhitcombe@halcyonreed.example", "Ms. Whitcombe", "Whitcombe", "Margaret"),
    ACHTERBERG: ("ROSALIND ACHTERBERG", "Achterberg"),
    IGLESIAS: ("Mr. Iglesias-Moreau", "Iglesias-Moreau", "Tomas Iglesias-Moreau"),
    OROURKE: ("Deirdre O’Rourke", "Ms. O’Rourke", "O’Rourke"),
    SESAY: ("Sesay",),
    TRAN: ("LUCINDA M. TRAN", "Judge Tran"),
    FELDSTEIN: ("NAOMI FELDSTEIN", "MS. FELDSTEIN", "Ms. Feldstein"),
    ABERNATHY: ("CARLOS ABERNATHY",),
    LINDQVIST: ("GREGORY P. LINDQVIST", "MR. LINDQVIST", "Mr. Lindqvist"),
    HADDAD: ("YUSUF HADDAD", "MR. HADDAD", "Mr. Haddad"),
    QUINTANILLA: ("DOLORES QUINTANILLA",),
    BRANDT: ("OWEN BRANDT",),
    MBEKI: ("THANDI MBEKI-STRAND",),
    KOWALCZYK: ("Hannah Kowalczyk",),
    FERREIRA: ("Luis Ferreira",),
    NOVALITH: ("Novalith", "NOVALITH, INC."),
    HALCYON: ("Halcyon & Reed Publishers",),
}
