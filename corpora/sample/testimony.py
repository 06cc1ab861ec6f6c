"""What Marisol Okafor was asked and answered: the turns of the excerpts of her deposition."""

from __future__ import annotations

from corpora.sample.cast import HADDAD, LINDQVIST, OKAFOR, RAGHUNATHAN, VOSS
from corpora.sample.manuscript import Said
from corpora.sample.transcript import Turn, a, aside, by, flush, heading, q, says, witness


def _inner(speaker: str, as_written: str, date: str, cue: str, to: tuple[str, ...] = ()) -> Said:
    """Words read into the record: said by another than the one who reads. Two careful readers may differ whether to count them."""
    return Said("quote", speaker, as_written, to, date, cue, flags=("nested", "doubtful"))


OPENING: tuple[Turn, ...] = (
    heading("SAN FRANCISCO, CALIFORNIA"),
    heading("TUESDAY, NOVEMBER 19, 2024; 9:08 A.M."),
    says(
        "THE VIDEOGRAPHER",
        "Good morning. We are on the record at 9:08 a.m. on November 19, 2024. This is Media 1 of the video-recorded deposition of "
        "Marisol Okafor in the matter of Achterberg versus Novalith. My name is Owen Brandt, and the court reporter is Dolores "
        "Quintanilla. Counsel, please state your appearances, and the witness will be sworn.",
    ),
    says("MS. FELDSTEIN", "Naomi Feldstein and Carlos Abernathy of Feldstein Abernathy for the plaintiffs."),
    says("MR. LINDQVIST", "Gregory Lindqvist and Yusuf Haddad, Marchetti Lowe, for Novalith and the witness."),
    flush("MARISOL OKAFOR,"),
    flush("having been administered an oath, was examined and testified as follows:"),
    heading("EXAMINATION"),
    by("MS. FELDSTEIN"),
    q("Good morning, Ms. Okafor. Would you state and spell your last name for the record?"),
    a("Okafor. O-k-a-f-o-r."),
    q("And where do you work?"),
    a("At Novalith. I am the director of data acquisition. I have been that since August of 2022."),
    q("What does a director of data acquisition do?"),
    a(
        "I find text. Cantor, our language model, learns from text, and somebody has to find it, clean it and keep a record of where it "
        "came from. That is my group. There were six of us in 2023."
    ),
    q("Whom did you report to in March of 2023?"),
    a("To Pieter van der Linden on paper. In practice to Katharina Voss, because she asked me for things directly."),
    q("Did that happen often?"),
    says("MR. LINDQVIST", "Objection. Vague."),
    witness("Weekly. In March, daily."),
    q("Have you ever given a deposition before today?"),
    a("No. Once, in a landlord matter, I signed a paper. I did not have to talk."),
    q("You understand that the oath you took is the one you would take in front of Judge Tran?"),
    a("I do."),
    q("How large was Cantor-2, when you began to look for books for it?"),
    a(
        "The plan was 70 billion parameters and two trillion tokens of text. We had about 1.2 trillion, nearly all of it from Common "
        "Crawl, and a good part of that was not worth having."
    ),
    q("Why not worth having?"),
    a("Because it was copied from other pages, or it was somebody selling shoes. Data quality was the whole of my job."),
    q("And books are better?"),
    a("A book has been edited. Somebody has read it before the machine does. Everybody in the field knows that."),
    q("Including your competitors?"),
    a("OpenAI certainly. Mistral, I assume. We hired a man from there in January, and he did not contradict it."),
    q("What did you do to prepare for today?"),
    says("MR. LINDQVIST", "I caution the witness not to reveal what was said with counsel. You may answer otherwise."),
    witness("I met with my lawyers twice, and I read my own e-mail from that spring. It was not pleasant reading."),
    q("Did you speak with Katharina Voss?"),
    a("No. We have not spoken since the summer."),
    q("With Mr. O'Dowd, or with Mr. Tanaka?"),
    a("Sean sent me a card at Christmas. Bill and I have lunch sometimes. We do not talk about this."),
    q("Did you bring any documents with you today?"),
    says("MR. LINDQVIST", "Everything responsive was produced on October 31. There is nothing else."),
    witness("I brought my glasses."),
    q("Then let us begin with how Cantor-2 was meant to be trained. Was there a written plan?"),
    a("There was a deck. Pieter's deck. I think that everybody in the company had seen it by the end of February, and I"),
)

BOOKS: tuple[Turn, ...] = (
    by("MS. FELDSTEIN"),
    q("Let me hand you what has been marked as Exhibit 12."),
    aside("(Exhibit 12 was marked for identification.)"),
    q("Do you recognize it?"),
    a("Yes. It is a thread about books. I wrote one of the messages in it."),
    q(
        'Look at the lower half of the first page. You wrote, on March 16, (as read): ‹readin|"I would rather we licensed. But you asked me what is fast, '
        'and only the third one is fast."› Is that your message?',
        inner={"readin": _inner(OKAFOR, "You", "2023-03-16", "wrote")},
    ),
    a("It is."),
    q("And the third one was LibGen?"),
    a("The third option was Library Genesis, yes.", name="third"),
    q("What did you understand LibGen to be, in March of 2023?", name="asked"),
    says("MR. LINDQVIST", "Objection. Calls for a legal conclusion."),
    witness(
        "A shadow library. That is what everybody called it, inside and outside. I did not think that anybody had licensed it to "
        "anybody.",
        name="shadow",
    ),
    q("Did you say so to Ms. Voss?"),
    a(
        "I put it in the list as the third option. In the hallway I told her ‹hall|that the publishers would come after us if they ever "
        "found out.›",
        name="hallway",
        inner={"hall": Said("paraphrase", OKAFOR, "I", (VOSS,), None, "told", flags=("nested", "doubtful"))},
    ),
    q("And what did she say?"),
    a(
        'She said, ‹fine|"Then they had better not find out."› She was walking. She did not stop walking.',
        name="findout",
        inner={"fine": _inner(VOSS, "She", "2023-03", "said", (OKAFOR,))},
    ),
    q("Was anyone else within hearing?"),
    a("Bill Tanaka, maybe. He was carrying the coffees."),
    q(
        "Now, the last line of Ms. Voss's message says that the torrents are to be kept off the corporate network. Do you see that?"
    ),
    a("I see it."),
    q("Was that done?"),
    a(
        "Yes. Sean O'Dowd rented two servers in Rotterdam, on his own card, and expensed them. The traffic went there first and came to "
        "us over an ordinary transfer.",
        name="servers",
    ),
    q("How much was downloaded?"),
    a("From LibGen, 33 terabytes. Later some of Z-Library. I would have to look at the logs to give you the second figure."),
    q("When you download by torrent, Ms. Okafor, you also upload. Isn't that so?"),
    says("MR. LINDQVIST", "Objection. Lacks foundation. Assumes facts."),
    witness(
        "It depends on the client. You can tell it to leech only. That was the instruction, leeching only. But the setting did not hold "
        "after a restart, and so we were seeding for about nine days before Sean noticed.",
        name="seeding",
    ),
    q("Nine days."),
    a("About nine. He told us on the 6th of April, by text message.", name="ninedays"),
    q("What did you do when he told you?"),
    a("I asked him to turn it off. He turned it off."),
    q("Did you tell Ms. Voss?"),
    a("I did not have to. She was on the thread by then."),
    q("Let's look at that. I am marking Exhibit 19."),
    aside("(Exhibit 19 was marked for identification.)"),
    q("Whose telephone did these come from?"),
    a("From Sean's, I believe. The company collected it in the summer of 2024."),
    q("Is there any document in which anybody at Novalith decided to stop using the LibGen books after April 6?"),
    a("No.", name="stop"),
    q("Did you ever recommend that?"),
    says(
        "MR. LINDQVIST",
        "I am going to instruct the witness not to answer to the extent that it calls for a conversation with Ms. Chen, who is counsel.",
    ),
    says(
        "MS. FELDSTEIN",
        "Mr. Lindqvist, which Ms. Chen? There are two Chens in this case, and only one of them is a lawyer.",
        (LINDQVIST,),
    ),
    says("MR. LINDQVIST", "Grace Chen. I have no objection to questions about Daniel Chen."),
    by("MS. FELDSTEIN"),
    q("Then let me ask about Daniel Chen. Did he recommend it?"),
    a(
        "He did more than that. He said ‹danl|that he would not run the job›, and he did not. Bill ran it.",
        name="danielchen",
        inner={"danl": Said("paraphrase", "Daniel Chen", "He", (), None, "said", flags=("nested", "doubtful"))},
    ),
    q("What happened to Daniel Chen?"),
    says("MR. LINDQVIST", 'Objection. Vague as to "happened."'),
    witness("He was moved to the evaluation team in May, and he left in October."),
    q("Was he asked to leave?"),
    a("You would have to ask him. He was not happy, and neither was I."),
    says("MS. FELDSTEIN", "We have been going for an hour and a half. Shall we take ten minutes?"),
    says("THE VIDEOGRAPHER", "Off the record at 10:41 a.m."),
    aside("(Recess taken from 10:41 a.m. to 10:55 a.m.)"),
    says("THE VIDEOGRAPHER", "Back on the record. The time is 10:55 a.m."),
    by("MS. FELDSTEIN"),
    q("Ms. Okafor, before the break you mentioned licensing. How many publishers did Novalith talk to in 2023?"),
    a("Four, as far as I know. Priya Raghunathan ran those talks. Halcyon & Reed was the furthest along.", name="four"),
    q("And why did those talks end?"),
    a(
        "Because we had the books. Nobody pays eleven dollars a title for what is already on the disk. Priya was told to pause, and she "
        "paused.",
        name="pause",
    ),
    q("Who told her to pause?"),
    a("Katharina.", name="whopaused"),
    q("When was that?"),
    a(
        "In June of 2023. There had been a dinner with Margaret Whitcombe of Halcyon & Reed, and Priya came back from it very pleased."
    ),
    q("Pleased about what?"),
    a(
        "She told us ‹dinner|that Halcyon & Reed would come down to nine dollars.› She thought that she had closed it. Two days later she "
        "was told to pause.",
        inner={"dinner": Said("paraphrase", RAGHUNATHAN, "She", (), "2023-06", "told", flags=("nested", "doubtful"))},
    ),
    q("Was a reason given to Halcyon & Reed?"),
    a(
        "I have seen the e-mail. It says something about budget. It was not budget. We had just bought two thousand more GPUs.",
        name="budget",
    ),
    says("MR. LINDQVIST", 'Move to strike as nonresponsive after "budget."'),
    q("Who wrote that e-mail?"),
    a("Priya did. I do not think she wrote it alone. It does not sound like her."),
    q("Whom does it sound like?"),
    says("MR. LINDQVIST", "Objection. Calls for speculation."),
    witness("Like Amélie Fournier-Diop. It has a semicolon in it."),
    says("MS. FELDSTEIN", "Let the record reflect that there is some laughter in the room. I will move on."),
    by("MS. FELDSTEIN"),
    q("The training run for Cantor-2 started on what day?"),
    a("April 11, 2023. It was late by a day."),
    q("And the LibGen books were in it?"),
    a("They were about eight percent of the mix. Pieter had asked for eight and eight is what he got.", name="eight"),
    q("Did you keep a record of the source, as you told us earlier your group always did?"),
    a(
        "We kept a record. In the table there is a column that is called source. For those files it says books, internal. I typed that "
        "myself.",
        name="internal",
    ),
    q('Why "internal"?'),
    a("Because I was told not to write LibGen."),
    q("By whom?"),
    a(
        "It is in the e-mail. Do not put the name of the source in the model card. I took that to mean anywhere.",
        name="anywhere",
    ),
    q("Did Ms. Raghunathan know, at that time, that Novalith already had the Halcyon & Reed titles?"),
    says("MR. LINDQVIST", "Objection. Calls for speculation."),
    witness("I don't know what she knew. I know that nobody put her on the thread again."),
    q("You left her off."),
    a(
        "I left her off. It seemed kinder, and it was certainly easier, and I am not proud of it, but that is what I did, and if you want to"
    ),
)

REDIRECT: tuple[Turn, ...] = (
    heading("EXAMINATION"),
    by("MR. HADDAD"),
    q("Ms. Okafor, just a few questions. Did Novalith train on licensed material as well?"),
    a("Yes, a great deal. News archives, two dictionaries, code. And everything in the public domain that we could find."),
    q("Was there a discussion of fair use in March of 2023?"),
    says(
        "MS. FELDSTEIN",
        "Objection. Mr. Haddad, you cannot instruct on privilege this morning and waive it after lunch.",
        (HADDAD,),
    ),
    says("MR. HADDAD", "I am asking only whether there was one."),
    witness("There was one. I was not in the room for it."),
    q("To your knowledge, does any version of Cantor reproduce a whole book?"),
    a("Not that I have seen. We tested for it. It will give you a sentence or two, and then it wanders off."),
    says("MR. HADDAD", "Thank you. Nothing further."),
    heading("FURTHER EXAMINATION"),
    by("MS. FELDSTEIN"),
    q("You said that you tested for it. Who wrote the test?"),
    a("Daniel Chen did.", name="tester"),
    q("Before or after he was moved?"),
    a("Before. It was the last thing he did for us, and it was good work."),
    says("MS. FELDSTEIN", "Thank you, Ms. Okafor. I have nothing more today.", (OKAFOR,)),
    says("THE REPORTER", "Mr. Haddad, do you want a rough?", (HADDAD,)),
    says("MR. HADDAD", "Please."),
    says("THE VIDEOGRAPHER", "This concludes today's deposition. Off the record at 3:37 p.m."),
    aside("(Time noted: 3:37 p.m.)"),
)
