CREATE TABLE documents (
  number    INTEGER PRIMARY KEY,     -- in the order of reading
  id        INTEGER NOT NULL UNIQUE,
  path      TEXT NOT NULL,
  name      TEXT NOT NULL,           -- the user's own id, else empty
  title     TEXT NOT NULL,
  url       TEXT NOT NULL,
  source    TEXT NOT NULL,
  author    TEXT NOT NULL,
  place     TEXT NOT NULL,           -- of the dateline
  published TEXT,                    -- 2024-03-23
  blocks    TEXT NOT NULL,           -- JSON [[kind, begin, end], ...]
  text      TEXT NOT NULL
);
CREATE TABLE sentences (
  document  INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
  number    INTEGER NOT NULL,        -- 0-based
  begin_byte INTEGER NOT NULL,
  end_byte  INTEGER NOT NULL,
  headline  INTEGER NOT NULL,        -- 1 where it is a headline, else 0
  block     INTEGER NOT NULL,        -- index in documents.blocks
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE claims (
  number    INTEGER PRIMARY KEY,     -- in the order of reading, by sentence
  id        INTEGER NOT NULL UNIQUE,
  document  INTEGER NOT NULL,
  sentence  INTEGER NOT NULL,
  subject_text TEXT, subject_begin INTEGER NOT NULL, subject_end INTEGER NOT NULL,
  subject_actor TEXT, subject_id INTEGER, subject_kind TEXT, subject_code TEXT,
  relation_text TEXT, relation_begin INTEGER NOT NULL, relation_end INTEGER NOT NULL,
  lemma     TEXT NOT NULL,
  object_text TEXT, object_begin INTEGER, object_end INTEGER,          -- begin is NULL: no object
  object_actor TEXT, object_id INTEGER, object_kind TEXT, object_code TEXT,
  speaker_text TEXT, speaker_begin INTEGER, speaker_end INTEGER,       -- begin is NULL: the author speaks
  speaker_actor TEXT, speaker_id INTEGER, speaker_kind TEXT, speaker_code TEXT,
  negated   INTEGER NOT NULL,
  modality  TEXT NOT NULL,
  confidence REAL NOT NULL,
  plover    TEXT,                    -- NULL: no event code
  event_mode TEXT, cameo TEXT, goldstein REAL, quad INTEGER,
  contexts  TEXT,                    -- JSON ["terrorism", ...]
  time_text TEXT, time_start TEXT, time_end TEXT,
  time_precision TEXT,               -- NULL: no time
  place_text TEXT,                   -- NULL: no place
  place_name TEXT, country TEXT, latitude REAL, longitude REAL,
  arguments TEXT,                    -- JSON [[role, text or null, begin, end], ...]
  inferred  TEXT,                    -- JSON ["reason", ...]
  FOREIGN KEY (document, sentence) REFERENCES sentences (document, number) ON DELETE CASCADE
);
CREATE INDEX claims_by_sentence ON claims (document, sentence);
