#include "store/schema.hpp"

namespace actorgraph {

// Ids are written as the program prints them, dates as 2024-03-23; what is not known is NULL.
const char* const kViews = R"sql(
CREATE VIEW documents AS
SELECT printf('d%016llx', d.id) AS id, nullif(d.name, '') AS name, d.title, nullif(d.source, '') AS source,
  date(d.published * 86400, 'unixepoch') AS published, nullif(d.url, '') AS url, d.path,
  nullif(d.author, '') AS author, nullif(d.place, '') AS place, d.text,
  printf('d%016llx', coalesce(o.id, d.id)) AS copy_of, printf('d%016llx', coalesce(s.id, d.id)) AS story
FROM document d LEFT JOIN report r ON r.document = d.number
  LEFT JOIN document o ON o.number = r.source_group LEFT JOIN document s ON s.number = r.story;

CREATE VIEW sentences AS
SELECT s.number, printf('d%016llx', d.id) AS document, s.begin_byte, s.end_byte, s.headline, t.text
FROM sentence s JOIN document d ON d.number = s.document JOIN sentence_text t ON t.number = s.number;

CREATE VIEW claims AS
SELECT printf('c%016llx', c.id) AS id, printf('d%016llx', d.id) AS document,
  date(d.published * 86400, 'unixepoch') AS published, nullif(d.source, '') AS source,
  coalesce(c.subject_actor, c.subject_text, CAST(substr(CAST(d.text AS BLOB), c.subject_begin + 1,
    c.subject_end - c.subject_begin) AS TEXT)) AS subject,
  c.subject_code, l.text AS relation,
  CASE WHEN c.object_begin IS NOT NULL THEN
    coalesce(c.object_actor, c.object_text, CAST(substr(CAST(d.text AS BLOB), c.object_begin + 1,
      c.object_end - c.object_begin) AS TEXT)) END AS object,
  c.object_code, c.negated, m.name AS modality,
  CASE WHEN c.speaker_begin IS NOT NULL THEN
    coalesce(c.speaker_actor, c.speaker_text, CAST(substr(CAST(d.text AS BLOB), c.speaker_begin + 1,
      c.speaker_end - c.speaker_begin) AS TEXT)) END AS said_by,
  nullif(o.plover, '') AS event, nullif(o.mode, '') AS mode, nullif(o.cameo, '') AS cameo, o.goldstein,
  o.contexts, t.text AS time, date(t.first * 86400, 'unixepoch') AS first,
  date(t.last * 86400, 'unixepoch') AS last, p.name AS place, nullif(p.region, '') AS region,
  nullif(p.country, '') AS country, p.latitude, p.longitude, x.dead, x.injured, x.arrested, x.protesters,
  c.confidence, c.inferred, c.sentence AS sentence_number,
  CAST(substr(CAST(d.text AS BLOB), s.begin_byte + 1, s.end_byte - s.begin_byte) AS TEXT) AS sentence
FROM claim c JOIN sentence s ON s.number = c.sentence JOIN document d ON d.number = s.document
  JOIN term l ON l.number = c.lemma JOIN label m ON m.list = 'modality' AND m.number = c.modality
  LEFT JOIN code o ON o.number = c.code LEFT JOIN time t ON t.number = c.time
  LEFT JOIN place p ON p.number = c.place LEFT JOIN claim_detail x ON x.claim = c.number;

CREATE VIEW actors AS
SELECT printf('a%016llx', a.id) AS id, a.name, k.name AS kind, nullif(a.code, '') AS code, a.mentions,
  a.documents, date(a.first_seen * 86400, 'unixepoch') AS first_seen,
  date(a.last_seen * 86400, 'unixepoch') AS last_seen, a.out_edges, a.in_edges, w.name AS part_of,
  p.name AS part_kind
FROM actor a JOIN label k ON k.list = 'actor kind' AND k.number = a.kind
  LEFT JOIN actor w ON w.number = a.whole LEFT JOIN label p ON p.list = 'part kind' AND p.number = a.part_kind;

CREATE VIEW aliases AS
SELECT printf('a%016llx', a.id) AS actor, a.name, n.name AS alias
FROM actor_name n JOIN actor a ON a.number = n.actor WHERE n.name <> a.name;

CREATE VIEW merges AS
SELECT l.name, printf('a%016llx', l.id) AS id, a.name AS actor, printf('a%016llx', a.id) AS actor_id,
  r.name AS reason, nullif(l.detail, '') AS detail, l.strength
FROM actor_link l JOIN actor a ON a.number = l.actor
  JOIN label r ON r.list = 'link reason' AND r.number = l.reason;

CREATE VIEW refusals AS
SELECT f.one_name AS actor, printf('a%016llx', a.id) AS actor_id, f.other_name AS other,
  printf('a%016llx', b.id) AS other_id, r.name AS reason, f.obstacle
FROM actor_refusal f JOIN actor a ON a.number = f.one JOIN actor b ON b.number = f.other
  JOIN label r ON r.list = 'link reason' AND r.number = f.reason;

CREATE VIEW edges AS
SELECT printf('r%016llx', e.id) AS id, a.name AS source, l.text AS relation, b.name AS target,
  y.text AS event, e.negated, m.name AS modality, e.claims, e.documents,
  date(e.first * 86400, 'unixepoch') AS first, date(e.last * 86400, 'unixepoch') AS last, e.polarity,
  e.confidence, printf('a%016llx', a.id) AS source_id, printf('a%016llx', b.id) AS target_id
FROM edge e JOIN actor a ON a.number = e.source JOIN actor b ON b.number = e.target
  JOIN term l ON l.number = e.relation LEFT JOIN term y ON y.number = e.type
  JOIN label m ON m.list = 'modality' AND m.number = e.modality;

CREATE VIEW evidence AS
SELECT printf('r%016llx', e.id) AS edge, printf('c%016llx', c.id) AS claim,
  date(v.first * 86400, 'unixepoch') AS first, date(v.last * 86400, 'unixepoch') AS last,
  c.confidence, printf('d%016llx', d.id) AS document, nullif(d.source, '') AS source,
  CAST(substr(CAST(d.text AS BLOB), s.begin_byte + 1, s.end_byte - s.begin_byte) AS TEXT) AS sentence
FROM edge_claim v JOIN edge e ON e.number = v.edge JOIN claim c ON c.number = v.claim
  JOIN sentence s ON s.number = c.sentence JOIN document d ON d.number = s.document;

CREATE VIEW events AS
SELECT printf('e%016llx', e.id) AS id, date(e.first * 86400, 'unixepoch') AS first,
  date(e.last * 86400, 'unixepoch') AS last, e.time_inferred, a.name AS source, l.text AS relation,
  b.name AS target, y.text AS type, nullif(e.cameo, '') AS cameo, nullif(e.place, '') AS place,
  nullif(e.country, '') AS country, e.negated, m.name AS modality, e.claims, e.documents, e.sources,
  printf('e%016llx', e.act) AS act, CASE WHEN a.id IS NOT NULL THEN printf('a%016llx', a.id) END AS source_id,
  CASE WHEN b.id IS NOT NULL THEN printf('a%016llx', b.id) END AS target_id
FROM event e LEFT JOIN actor a ON a.number = e.source LEFT JOIN actor b ON b.number = e.target
  JOIN term l ON l.number = e.relation LEFT JOIN term y ON y.number = e.type
  JOIN label m ON m.list = 'modality' AND m.number = e.modality;

CREATE VIEW event_claims AS
SELECT printf('e%016llx', e.id) AS event, printf('c%016llx', c.id) AS claim, r.name AS reason
FROM event_claim v JOIN event e ON e.number = v.event JOIN claim c ON c.number = v.claim
  JOIN label r ON r.list = 'event reason' AND r.number = v.reason;

CREATE VIEW corrections AS
SELECT number, line FROM correction;
)sql";

}  // namespace actorgraph
