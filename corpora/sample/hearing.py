"""Docket 472: the hearing of 30 January 2025, as an official reporter prints it."""

from __future__ import annotations

from corpora.sample.cast import CASE, FELDSTEIN, HADDAD, LINDQVIST, TRAN
from corpora.sample.filing import Filing
from corpora.sample.manuscript import Paragraph, Section, Style
from corpora.sample.paper import COURT_REPORTER, stamp
from corpora.sample.transcript import Room, aside, flush, heading, says, set_turns

NAME = "gov.uscourts.cand.999999.472.0.pdf"
_ROOM = Room(
    {
        "THE COURT": TRAN,
        "THE CLERK": None,
        "MS. FELDSTEIN": FELDSTEIN,
        "MR. LINDQVIST": LINDQVIST,
        "MR. HADDAD": HADDAD,
    },
    "2025-01-30",
    label_tab=72.0,
)
_JUDGE = (TRAN,)
_LINE = Style(family="Courier", size=12, leading=25.5)

_COVER = (
    "                                        Pages 1 - 7",
    "            UNITED STATES DISTRICT COURT",
    "          NORTHERN DISTRICT OF CALIFORNIA",
    "    Before The Honorable Lucinda M. Tran, Judge",
    "",
    "ROSALIND ACHTERBERG, et al.,   )",
    "             Plaintiffs,       )",
    "  VS.                          )  NO. C 24-01234 LMT",
    "NOVALITH, INC.,                )",
    "             Defendant.        )",
    "_______________________________)",
    "                    San Francisco, California",
    "                    Thursday, January 30, 2025",
    "             TRANSCRIPT OF PROCEEDINGS",
    "APPEARANCES:",
    "For Plaintiffs:",
    "                  FELDSTEIN ABERNATHY LLP",
    "             BY:  NAOMI FELDSTEIN, ATTORNEY AT LAW",
    "For Defendant:",
    "                  MARCHETTI LOWE LLP",
    "             BY:  GREGORY P. LINDQVIST, ATTORNEY AT LAW",
    "                  YUSUF HADDAD, ATTORNEY AT LAW",
    "Reported By:  THANDI MBEKI-STRAND, CSR No. 14260",
    "              Official Reporter, U.S. District Court",
)

_TURNS = (
    flush("Thursday - January 30, 2025                    2:04 p.m."),
    heading("P R O C E E D I N G S"),
    aside("---000---"),
    says(
        "THE CLERK",
        "Calling Civil Action 24-1234, Achterberg, et al., versus Novalith, Inc. Counsel, please state your appearances.",
    ),
    says("MS. FELDSTEIN", "Good afternoon, Your Honor. Naomi Feldstein for the plaintiffs.", _JUDGE),
    says(
        "MR. LINDQVIST", "Good afternoon, Your Honor. Gregory Lindqvist, with my colleague Yusuf Haddad, for Novalith.", _JUDGE
    ),
    says(
        "THE COURT",
        "Good afternoon. Please sit. I have read everything, including the text messages, twice. Ms. Feldstein, it is your motion. Why now?",
        (FELDSTEIN,),
    ),
    says(
        "MS. FELDSTEIN",
        "Because we got the documents now, Your Honor. Exhibit 19 was produced on October 31. Until that day nobody outside of four people "
        "knew that Novalith had been seeding.",
        _JUDGE,
        name="fourpeople",
    ),
    says("THE COURT", "Five, if one counts Ms. Voss."),
    says("MS. FELDSTEIN", "Four and Ms. Voss. Yes."),
    says(
        "THE COURT",
        "The original complaint says torrent. It is in paragraph 4. Anyone who has a nephew knows that a torrent goes both ways. Why is that "
        "not notice?",
        name="nephew",
    ),
    says(
        "MS. FELDSTEIN",
        "Because a client can be set not to upload, and Novalith told us in an interrogatory answer that this one was. We were entitled to "
        "believe a verified answer.",
        name="verified",
    ),
    says("THE COURT", "Who verified it?"),
    says("MS. FELDSTEIN", "Mr. Tanaka did, Your Honor, in May.", _JUDGE),
    says("THE COURT", "Mr. Lindqvist. Mr. Tanaka was on the thread.", (LINDQVIST,)),
    says(
        "MR. LINDQVIST",
        "He was, Your Honor. The answer says that the client was configured to leech only. That was true when it was configured.",
        _JUDGE,
        name="configured",
    ),
    says("THE COURT", "That is a very careful answer."),
    says("MR. LINDQVIST", "It is a true one."),
    says("THE COURT", "Those are not always the same thing, Mr. Lindqvist. Go on.", (LINDQVIST,)),
    says(
        "MR. LINDQVIST",
        "There are three points. First, delay. They took Ms. Okafor's deposition on November 19 and did not move until January 10. Second, "
        "prejudice. Fact discovery is closed. Third, futility, which Mr. Haddad will address.",
    ),
    says("THE COURT", "Let me ask you about prejudice. Would you have to depose anybody?"),
    says("MR. LINDQVIST", "We would not need to depose our own people, no.", name="concede"),
    says("THE COURT", "Are the server logs preserved?"),
    says(
        "MR. LINDQVIST",
        "They are. They are all in one place, and they have been produced. I can represent that nothing has been deleted since the "
        "complaint was filed.",
        name="logs",
    ),
    says("THE COURT", "Since the complaint was filed. What about before?"),
    says("MR. LINDQVIST", "I would have to check, Your Honor.", _JUDGE, name="check"),
    aside("(Counsel confer off the record.)"),
    says(
        "MR. LINDQVIST",
        "My colleague reminds me that the servers themselves were cancelled in April of 2023. What we have is the copy that Mr. O'Dowd kept.",
        name="copy",
    ),
    says("THE COURT", "Then we must all be grateful to Mr. O'Dowd. Mr. Haddad, futility. You have three minutes.", (HADDAD,)),
    says(
        "MR. HADDAD",
        "Thank you, Your Honor. Distribution means that somebody received something. There is no evidence that a single whole book arrived "
        "anywhere. A torrent hands out small pieces to many people.",
        _JUDGE,
        name="pieces",
    ),
    says("THE COURT", "Four terabytes of small pieces."),
    says("MR. HADDAD", "Against the traffic on those networks, Your Honor, it is a rounding error.", _JUDGE, name="rounding"),
    says(
        "THE COURT",
        "I am told that it is about four million books. I would not care to have four million of anything taken from my house and be told "
        "that it was a rounding error.",
        name="house",
    ),
    says("MR. HADDAD", "I take the point."),
    says(
        "THE COURT",
        "And it is a question of fact, is it not? Whether anyone received a whole book is something a jury would decide on the logs. On a "
        "motion to amend I ask only whether it could be true.",
        name="jury",
    ),
    says("MR. HADDAD", "We would say that it is not plausible. But I understand the standard."),
    says("THE COURT", "Ms. Feldstein, one question. If I grant this, how long?", (FELDSTEIN,)),
    says(
        "MS. FELDSTEIN",
        "One deposition, one day, Mr. O'Dowd. We could be done by the end of February. We would not ask to move the trial date.",
        name="oneday",
    ),
    says("THE COURT", "Any objection to that schedule, if I get there?"),
    says("MR. LINDQVIST", "Not to the schedule, Your Honor. To everything else.", _JUDGE),
    says("THE COURT", "Noted. The matter is submitted. You will have an order within two weeks."),
    says("THE CLERK", "All rise. Court is in recess."),
    aside("(Proceedings adjourned at 2:31 p.m.)"),
    aside("---oOo---"),
)

_CERTIFICATE = (
    "            CERTIFICATE OF REPORTER",
    "     I certify that the foregoing is a correct",
    "transcript from the record of proceedings in the",
    "above-entitled matter.",
    "DATE:  Monday, February 3, 2025",
    "",
    "      _________________________________________",
    "         Thandi Mbeki-Strand, CSR No. 14260",
)


def _typed(lines: tuple[str, ...]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line.replace(" ", "\u00a0"), _LINE) for line in lines)


FILING = Filing(
    NAME,
    "Transcript of Proceedings",
    COURT_REPORTER.with_furniture(stamp(CASE, "472", "02/03/25")),
    (Section(_typed(_COVER)), Section(tuple(set_turns(_TURNS, _ROOM, 25.5)), 2), Section(_typed(_CERTIFICATE), 7)),
    short="hearing",
)
