#include "store/schema.hpp"

namespace actorgraph {

const char* const kNewFileSettings = R"sql(
PRAGMA page_size = 8192;
PRAGMA encoding = 'UTF-8';
)sql";

const char* const kWriterSettings = R"sql(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
)sql";

const char* const kConnectionSettings = R"sql(
PRAGMA foreign_keys = ON;
PRAGMA cell_size_check = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -32768;
PRAGMA mmap_size = 1073741824;
)sql";

// Texts stand once, in document.text; everything else points into it with byte offsets [begin, end). A
// participant's or relation's text is NULL where it is exactly those bytes, an actor's or place's name is
// NULL where it is the text. Ids are 64-bit content hashes, stored as signed integers; days count from
// 1970-01-01; kinds, modalities and their like are numbers, whose words stand in the table label.
const char* const kSchema = R"sql(
CREATE TABLE label (
  list      TEXT NOT NULL,           -- 'actor kind', 'modality', ...
  number    INTEGER NOT NULL,
  name      TEXT NOT NULL,
  PRIMARY KEY (list, number)
) WITHOUT ROWID;
CREATE TABLE state (                 -- how far the graph is: 'graph' and 'removed' are 0 or 1
  name      TEXT PRIMARY KEY,
  value     INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO state VALUES ('graph', 0), ('removed', 0);
CREATE TABLE document (
  number    INTEGER PRIMARY KEY,     -- in the order of reading
  id        INTEGER NOT NULL UNIQUE,
  digest    INTEGER NOT NULL,        -- a hash of all that was read from it
  path      TEXT NOT NULL,
  name      TEXT NOT NULL,           -- the user's own id, else empty
  title     TEXT NOT NULL,
  url       TEXT NOT NULL,
  source    TEXT NOT NULL,
  author    TEXT NOT NULL,
  place     TEXT NOT NULL,           -- of the dateline
  published INTEGER,                 -- day
  blocks    TEXT NOT NULL,           -- JSON [[kind, begin, end], ...]
  text      TEXT NOT NULL
);
CREATE TABLE sentence (
  number    INTEGER PRIMARY KEY,     -- in the order of reading
  document  INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  begin_byte INTEGER NOT NULL,
  end_byte  INTEGER NOT NULL,
  headline  INTEGER NOT NULL,        -- 1 where it is a headline, else 0
  block     INTEGER NOT NULL         -- index in document.blocks
);
CREATE INDEX sentence_by_document ON sentence (document);
CREATE TABLE term (                  -- lemmas of relations, types of events
  number    INTEGER PRIMARY KEY,
  text      TEXT NOT NULL UNIQUE
);
CREATE TABLE code (                  -- codes of events
  number    INTEGER PRIMARY KEY,
  hash      INTEGER NOT NULL UNIQUE, -- of the columns that follow
  plover    TEXT NOT NULL, mode TEXT NOT NULL, cameo TEXT NOT NULL,
  goldstein REAL NOT NULL, quad INTEGER NOT NULL,
  contexts  TEXT                     -- JSON ["terrorism", ...]
);
CREATE TABLE time (                  -- times as sentences tell them
  number    INTEGER PRIMARY KEY,
  hash      INTEGER NOT NULL UNIQUE,
  text      TEXT NOT NULL,
  first     INTEGER, last INTEGER,   -- days; NULL: open or not known
  precision INTEGER NOT NULL, type INTEGER NOT NULL,
  value     TEXT NOT NULL            -- ISO 8601 and TIMEX3; empty: not known
);
CREATE TABLE place (                 -- places as sentences tell them
  number    INTEGER PRIMARY KEY,
  hash      INTEGER NOT NULL UNIQUE,
  text      TEXT NOT NULL, name TEXT NOT NULL,
  country   TEXT NOT NULL, region TEXT NOT NULL, kind INTEGER NOT NULL,
  latitude REAL, longitude REAL
);
CREATE TABLE claim (
  number    INTEGER PRIMARY KEY,     -- in the order of reading
  id        INTEGER NOT NULL UNIQUE,
  sentence  INTEGER NOT NULL REFERENCES sentence ON DELETE CASCADE,
  subject_text TEXT, subject_begin INTEGER NOT NULL, subject_end INTEGER NOT NULL,
  subject_actor TEXT, subject_id INTEGER, subject_kind INTEGER NOT NULL, subject_code TEXT,
  relation_text TEXT, relation_begin INTEGER NOT NULL, relation_end INTEGER NOT NULL,
  lemma     INTEGER NOT NULL REFERENCES term,
  object_text TEXT, object_begin INTEGER, object_end INTEGER,          -- begin is NULL: no object
  object_actor TEXT, object_id INTEGER, object_kind INTEGER, object_code TEXT,
  speaker_text TEXT, speaker_begin INTEGER, speaker_end INTEGER,       -- begin is NULL: the author speaks
  speaker_actor TEXT, speaker_id INTEGER, speaker_kind INTEGER, speaker_code TEXT,
  negated   INTEGER NOT NULL,
  modality  INTEGER NOT NULL,
  confidence REAL NOT NULL,
  code      INTEGER REFERENCES code, -- NULL: no event
  time      INTEGER REFERENCES time,
  place     INTEGER REFERENCES place,
  arguments TEXT,                    -- JSON [[role, begin, end], ...], with the text where it is not those bytes
  inferred  TEXT                     -- JSON ["reason", ...]
);
CREATE INDEX claim_by_sentence ON claim (sentence);
CREATE TABLE claim_detail (          -- what few claims have
  claim     INTEGER PRIMARY KEY REFERENCES claim ON DELETE CASCADE,
  dead INTEGER, injured INTEGER, arrested INTEGER, protesters INTEGER,
  recipient_text TEXT, recipient_begin INTEGER, recipient_end INTEGER, -- begin is NULL: none but the object
  recipient_actor TEXT, recipient_id INTEGER, recipient_kind INTEGER, recipient_code TEXT
);
CREATE TABLE correction (
  number    INTEGER PRIMARY KEY,     -- in the order of giving
  line      TEXT NOT NULL UNIQUE,    -- as in a file of corrections: kind, what, the other, note; tabs between
  digest    INTEGER NOT NULL         -- a hash of the line
);
CREATE VIEW sentence_text AS         -- what the full-text search reads
SELECT s.number AS number,
  CAST(substr(CAST(d.text AS BLOB), s.begin_byte + 1, s.end_byte - s.begin_byte) AS TEXT) AS text
FROM sentence s JOIN document d ON d.number = s.document;
CREATE VIRTUAL TABLE sentence_search USING fts5 (
  text, content = 'sentence_text', content_rowid = 'number', columnsize = 0,
  tokenize = 'porter unicode61 remove_diacritics 2'
);
)sql";

// Numbers of actors, edges and events are dense, from 0; actors and events in order of ids (unsigned), edges
// by source, target, relation, negated and modality. So an id of an actor or event is found by halving, and
// the edges out of an actor are those from its first_edge on: no index is needed.
const char* const kGraphSchema = R"sql(
CREATE TABLE actor (
  number    INTEGER PRIMARY KEY,
  id        INTEGER NOT NULL,
  name      TEXT NOT NULL,
  kind      INTEGER NOT NULL,
  code      TEXT NOT NULL,
  mentions  INTEGER NOT NULL, documents INTEGER NOT NULL,
  first_edge INTEGER NOT NULL, out_edges INTEGER NOT NULL, in_edges INTEGER NOT NULL,
  first_seen INTEGER, last_seen INTEGER,                -- days
  whole     INTEGER REFERENCES actor DEFERRABLE INITIALLY DEFERRED, part_kind INTEGER
);
CREATE TABLE actor_name (
  number    INTEGER PRIMARY KEY,     -- in the order of actors; first the name, then the aliases
  actor     INTEGER NOT NULL REFERENCES actor,
  name      TEXT NOT NULL,
  key       TEXT NOT NULL            -- lower case, Latin letters, without titles and articles
);
CREATE TABLE actor_link (            -- why several ids of claims are one actor
  id        INTEGER PRIMARY KEY,     -- as claims carry it
  name      TEXT NOT NULL,           -- its most frequent name
  actor     INTEGER NOT NULL REFERENCES actor,
  into_name TEXT NOT NULL,
  reason    INTEGER NOT NULL, detail TEXT NOT NULL, strength REAL NOT NULL
);
CREATE TABLE actor_refusal (         -- what looked like one actor and was not joined
  number    INTEGER PRIMARY KEY,
  one       INTEGER NOT NULL REFERENCES actor, one_name TEXT NOT NULL,
  other     INTEGER NOT NULL REFERENCES actor, other_name TEXT NOT NULL,
  reason    INTEGER NOT NULL, obstacle TEXT NOT NULL
);
CREATE TABLE actor_claim (           -- claims in which it takes part, but for those of its edges
  actor     INTEGER NOT NULL REFERENCES actor,
  claim     INTEGER NOT NULL REFERENCES claim,
  PRIMARY KEY (actor, claim)
) WITHOUT ROWID;
CREATE TABLE edge (
  number    INTEGER PRIMARY KEY,
  id        INTEGER NOT NULL,
  source    INTEGER NOT NULL REFERENCES actor,
  target    INTEGER NOT NULL REFERENCES actor,
  relation  INTEGER NOT NULL REFERENCES term,
  type      INTEGER REFERENCES term, -- most frequent PLOVER type; NULL: none
  negated   INTEGER NOT NULL, modality INTEGER NOT NULL,
  claims    INTEGER NOT NULL, documents INTEGER NOT NULL,
  first     INTEGER, last INTEGER,   -- days
  open      INTEGER NOT NULL,        -- 1 where a claim's time has no begin or no end
  polarity  REAL,                    -- mean Goldstein score
  confidence REAL NOT NULL,          -- of its surest claim
  quoted    INTEGER NOT NULL REFERENCES claim (id)
);
CREATE TABLE edge_claim (
  edge      INTEGER NOT NULL REFERENCES edge,
  claim     INTEGER NOT NULL REFERENCES claim,
  first     INTEGER, last INTEGER,   -- days: when the event was, else when it was published
  precision INTEGER NOT NULL,
  PRIMARY KEY (edge, claim)
) WITHOUT ROWID;
CREATE TABLE report (                -- documents that tell a story or copy another
  document  INTEGER PRIMARY KEY REFERENCES document,
  story     INTEGER REFERENCES document,         -- NULL: alone
  source_group INTEGER REFERENCES document       -- NULL: no copy
);
CREATE TABLE event (
  number    INTEGER PRIMARY KEY,
  id        INTEGER NOT NULL,
  act       INTEGER NOT NULL,        -- shared by what is said of one act
  type      INTEGER REFERENCES term, cameo TEXT NOT NULL,
  relation  INTEGER NOT NULL REFERENCES term,
  negated   INTEGER NOT NULL, modality INTEGER NOT NULL,
  source    INTEGER REFERENCES actor, source_named INTEGER, source_sources INTEGER,
  target    INTEGER REFERENCES actor,
  first     INTEGER, last INTEGER, precision INTEGER NOT NULL, time_inferred INTEGER NOT NULL,
  place     TEXT NOT NULL, country TEXT NOT NULL,
  claims    INTEGER NOT NULL, documents INTEGER NOT NULL, sources INTEGER NOT NULL,
  agents_differ INTEGER NOT NULL
);
CREATE TABLE event_party (           -- further agents, then other participants
  event     INTEGER NOT NULL REFERENCES event,
  role      INTEGER NOT NULL,
  rank      INTEGER NOT NULL,
  actor     INTEGER NOT NULL REFERENCES actor,
  named     INTEGER, sources INTEGER,
  PRIMARY KEY (event, role, rank)
) WITHOUT ROWID;
CREATE TABLE event_stranger (        -- recipients that are named so alone, and are no node
  event     INTEGER NOT NULL REFERENCES event,
  rank      INTEGER NOT NULL,        -- 0: the target; else among the other participants
  id        INTEGER NOT NULL,
  PRIMARY KEY (event, rank)
) WITHOUT ROWID;
CREATE TABLE event_number (          -- what reports count
  event     INTEGER NOT NULL REFERENCES event,
  rank      INTEGER NOT NULL,
  kind      INTEGER NOT NULL, value INTEGER NOT NULL, sources INTEGER NOT NULL,
  PRIMARY KEY (event, rank)
) WITHOUT ROWID;
CREATE TABLE event_claim (
  event     INTEGER NOT NULL REFERENCES event,
  claim     INTEGER NOT NULL REFERENCES claim,
  reason    INTEGER NOT NULL,        -- why it is in the event
  agent     INTEGER,                 -- which agent it gives, from 0
  PRIMARY KEY (event, claim)
) WITHOUT ROWID;
)sql";

const char* const kNameSearch = R"sql(
CREATE VIRTUAL TABLE name_search USING fts5 (
  name, content = 'actor_name', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '3'
);
)sql";

const char* const kClearGraph = R"sql(
INSERT INTO name_search (name_search) VALUES ('delete-all');
DELETE FROM event_claim;
DELETE FROM event_number;
DELETE FROM event_stranger;
DELETE FROM event_party;
DELETE FROM event;
DELETE FROM report;
DELETE FROM edge_claim;
DELETE FROM edge;
DELETE FROM actor_claim;
DELETE FROM actor_refusal;
DELETE FROM actor_link;
DELETE FROM actor_name;
DELETE FROM actor;
)sql";

const char* const kGraphIndexes = R"sql(
CREATE INDEX actor_by_whole ON actor (whole) WHERE whole IS NOT NULL;
CREATE INDEX actor_name_by_actor ON actor_name (actor);
CREATE INDEX actor_name_by_key ON actor_name (key);
CREATE INDEX actor_link_by_actor ON actor_link (actor);
CREATE INDEX edge_by_id ON edge (id);
CREATE INDEX edge_by_target ON edge (target);
CREATE INDEX edge_by_relation ON edge (relation);
CREATE INDEX edge_by_type ON edge (type) WHERE type IS NOT NULL;
CREATE INDEX event_by_source ON event (source) WHERE source IS NOT NULL;
CREATE INDEX event_by_target ON event (target) WHERE target IS NOT NULL;
CREATE INDEX event_party_by_actor ON event_party (actor);
)sql";

const char* const kDropGraphIndexes = R"sql(
DROP INDEX IF EXISTS actor_by_whole;
DROP INDEX IF EXISTS actor_name_by_actor;
DROP INDEX IF EXISTS actor_name_by_key;
DROP INDEX IF EXISTS actor_link_by_actor;
DROP INDEX IF EXISTS edge_by_id;
DROP INDEX IF EXISTS edge_by_target;
DROP INDEX IF EXISTS edge_by_relation;
DROP INDEX IF EXISTS edge_by_type;
DROP INDEX IF EXISTS event_by_source;
DROP INDEX IF EXISTS event_by_target;
DROP INDEX IF EXISTS event_party_by_actor;
)sql";

}  // namespace actorgraph
