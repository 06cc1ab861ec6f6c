-- One SQLite file a corpus. A document with all its statements and passages is written in one transaction.
CREATE TABLE IF NOT EXISTS documents (
    id   TEXT PRIMARY KEY,           -- SHA-256 of the file's bytes
    name TEXT NOT NULL,              -- file name
    path TEXT NOT NULL,              -- where the file stood when it was read
    body BLOB NOT NULL               -- the Document, compressed
);
CREATE TABLE IF NOT EXISTS statements (
    id          TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    first       INTEGER NOT NULL,    -- offsets into the document's text
    last        INTEGER NOT NULL,
    record      TEXT NOT NULL        -- the Record as JSON
);
CREATE INDEX IF NOT EXISTS statements_place ON statements (document_id, first, last);
-- Every printed mail, by the id of its statement; with its record if it has no words and so is no statement.
CREATE TABLE IF NOT EXISTS mails (
    id          TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    head        TEXT NOT NULL,       -- the MailHead as JSON
    record      TEXT                 -- the Record as JSON
) WITHOUT ROWID;
-- In which cases the papers are filed, as their cites tell them apart: a document may bind papers of several.
CREATE TABLE IF NOT EXISTS cases (
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    name        TEXT NOT NULL,       -- Docket.same_case
    PRIMARY KEY (document_id, name)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mails_document ON mails (document_id);
CREATE TABLE IF NOT EXISTS files (
    path       TEXT PRIMARY KEY,
    sha256     TEXT NOT NULL,
    state      TEXT NOT NULL,
    why        TEXT NOT NULL,
    pages      TEXT NOT NULL,        -- JSON: {state: count}
    statements INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS files_sha256 ON files (sha256);
-- Files embedded in other files, each with a row of its own in files (its path there: HOLDER!NAME) once it is read.
CREATE TABLE IF NOT EXISTS members (
    holder TEXT NOT NULL,            -- the path in files of the file that holds it
    name   TEXT NOT NULL,
    path   TEXT NOT NULL,            -- where it was written to; empty if it was not
    sha256 TEXT NOT NULL,
    why    TEXT NOT NULL,            -- why it was not
    PRIMARY KEY (holder, name)
);
-- What analysts ruled: added, never overwritten; the last one stands.
CREATE TABLE IF NOT EXISTS decisions (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    statement_id TEXT NOT NULL,
    verdict      TEXT NOT NULL,
    who          TEXT NOT NULL,
    at           TEXT NOT NULL,
    speaker      TEXT                -- who speaks, where the ruling corrects that; '' for nobody named
);
-- What analysts ruled of who is who: added, never overwritten.
CREATE TABLE IF NOT EXISTS identity_decisions (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    decision TEXT NOT NULL           -- the Decision as JSON
);
-- What analysts ruled of failed redactions: added, never overwritten.
CREATE TABLE IF NOT EXISTS disclosures (
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    disclosure TEXT NOT NULL         -- the Disclosure as JSON
);
-- Documents of which words were withheld again that may still lie in freed pages of this file: empty once it was written anew.
CREATE TABLE IF NOT EXISTS unpurged (
    document_id TEXT PRIMARY KEY
) WITHOUT ROWID;
-- Who each name, where it stands, was taken for when papers were last added: identities that new papers do not reshuffle.
CREATE TABLE IF NOT EXISTS settled (
    document_id TEXT NOT NULL,
    name        TEXT NOT NULL,
    address     TEXT NOT NULL,
    person_id   TEXT NOT NULL,
    PRIMARY KEY (document_id, name, address)
) WITHOUT ROWID;
-- When reported words were said, as the message or testimony that they come from tells: compared anew when papers come or go.
CREATE TABLE IF NOT EXISTS inferred_dates (
    statement_id TEXT PRIMARY KEY,
    date         TEXT NOT NULL       -- the When as JSON
) WITHOUT ROWID;
-- Statements that are printed a second time, each with the first one like it: compared anew when papers come or go.
CREATE TABLE IF NOT EXISTS copies (
    statement_id TEXT PRIMARY KEY,
    first_id     TEXT NOT NULL
) WITHOUT ROWID;
-- For which documents (a hash of their ids) the dates above were inferred: one row.
CREATE TABLE IF NOT EXISTS inferred_for (
    documents TEXT NOT NULL
);
-- Full text: a passage is a segment (a message, a turn, a paragraph).
CREATE VIRTUAL TABLE IF NOT EXISTS passages USING fts5 (
    text, document_id UNINDEXED, first UNINDEXED, last UNINDEXED, tokenize = "unicode61 remove_diacritics 2"
);
