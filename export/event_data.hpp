// Event records as event-data people read them: PLOVER, one JSON object a line; CAMEO, one row an event and
// pair of actors.
#pragma once

#include <iosfwd>
#include <span>

#include "export/event_record.hpp"

namespace actorgraph {

/// Writes the records that have a PLOVER type, with the members of the PLOVER codebook (draft 2.0): id, date,
/// actor, recipient, event, mode, context, event_loc, event_text, quad_code, event_scale, link, text_info,
/// size; and `cameo`. `actor` and `recipient` list {"text", "name", "code"}.
///
/// Errors:   throws FormatError where a text is not UTF-8, IoError where `out` fails.
void write_plover(std::span<const EventRecord> records, const Document& doc, std::ostream& out);

/// Writes rows, tab separated: date, code of the source, CAMEO code, code of the target, id of the sentence
/// (document, underscore, index from 1), source and target as written, the sentence. One row a pair; what is
/// not known is "---".
///
/// Errors:   throws IoError where `out` fails.
void write_cameo(std::span<const EventRecord> records, const Document& doc, std::ostream& out);

}  // namespace actorgraph
