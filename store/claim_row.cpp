#include "store/claim_row.hpp"

#include <SQLiteCpp/Column.h>

#include <algorithm>
#include <cassert>
#include <optional>

#include "records/error.hpp"
#include "store/json_lists.hpp"

namespace actorgraph {
namespace {

/// Binds one column after the other.
class RowWriter {
 public:
  RowWriter(SQLite::Statement& statement, std::string_view doc_text)
      : statement_(statement), doc_text_(doc_text) {}

  void null() { statement_.bind(++index_); }
  void number(std::int64_t value) { statement_.bind(++index_, value); }
  void real(double value) { statement_.bind(++index_, value); }
  void text(std::string_view value) { statement_.bind(++index_, std::string(value)); }

  void text_unless(std::string_view value, std::string_view known) {
    if (value == known) return null();
    text(value);
  }

  void text_and_span(const std::string& value, ByteSpan span) {
    assert(span.end <= doc_text_.size());
    text_unless(value, slice(doc_text_, span));
    number(span.begin);
    number(span.end);
  }

  void participant(const Participant& participant) {
    text_and_span(participant.text, participant.span);
    text_unless(participant.actor, participant.text);
    if (participant.id.is_none()) {
      null();
    } else {
      number(static_cast<std::int64_t>(participant.id.value));
    }
    text_unless(to_string(participant.kind), to_string(ActorKind::Unknown));
    text_unless(participant.code, "");
  }

  void participant(const std::optional<Participant>& given) {
    if (given) return participant(*given);
    nulls(7);
  }

  void nulls(int count) {
    for (int i = 0; i < count; ++i) null();
  }

  void date(const std::optional<Date>& value) {
    if (!value) return null();
    text(to_string(*value));
  }

  void count(const std::optional<std::uint32_t>& value) {
    if (!value) return null();
    number(*value);
  }

  void texts(const std::vector<std::string>& values) {
    values.empty() ? null() : text(texts_to_json(values));
  }

  void arguments(const std::vector<Argument>& values) {
    values.empty() ? null() : text(arguments_to_json(values, doc_text_));
  }

 private:
  SQLite::Statement& statement_;
  std::string_view doc_text_;
  int index_ = 0;
};

/// Reads one column after the other.
class RowReader {
 public:
  RowReader(SQLite::Statement& statement, std::string_view doc_text)
      : statement_(statement), doc_text_(doc_text) {}

  [[nodiscard]] bool at_null() const { return statement_.isColumnNull(index_); }
  void skip(int count) { index_ += count; }
  std::int64_t number() { return statement_.getColumn(index_++).getInt64(); }
  double real() { return statement_.getColumn(index_++).getDouble(); }
  std::string text() { return statement_.getColumn(index_++).getString(); }

  std::string text_or(std::string_view known) {
    if (!at_null()) return text();
    skip(1);
    return std::string(known);
  }

  void text_and_span(std::string& value, ByteSpan& span) {
    const std::optional<std::string> written = at_null() ? std::nullopt : std::optional(text());
    if (!written) skip(1);
    const std::int64_t begin = number();
    span = checked_span(begin, number(), doc_text_);
    value = written ? *written : std::string(slice(doc_text_, span));
  }

  Participant participant() {
    Participant participant;
    text_and_span(participant.text, participant.span);
    participant.actor = text_or(participant.text);
    participant.id = {static_cast<std::uint64_t>(number())};
    participant.kind = label(parse_actor_kind, text_or(to_string(ActorKind::Unknown)), "kind of actor");
    participant.code = text_or("");
    return participant;
  }

  std::optional<Participant> optional_participant() {
    if (!statement_.isColumnNull(index_ + 1)) return participant();
    skip(7);
    return std::nullopt;
  }

  std::optional<Date> date() {
    if (at_null()) return skip(1), std::nullopt;
    return label(parse_date, text(), "date");
  }

  std::optional<std::uint32_t> count() {
    if (at_null()) return skip(1), std::nullopt;
    return static_cast<std::uint32_t>(number());
  }

  std::vector<std::string> texts() {
    if (at_null()) return skip(1), std::vector<std::string>();
    return texts_from_json(text());
  }

  std::vector<Argument> arguments() {
    if (at_null()) return skip(1), std::vector<Argument>();
    return arguments_from_json(text(), doc_text_);
  }

  template <class Label>
  Label label(std::optional<Label> (*parse)(std::string_view), const std::string& text, const char* what) {
    if (const auto value = parse(text)) return *value;
    throw FormatError("'" + text + "' is not a " + what);
  }

 private:
  SQLite::Statement& statement_;
  std::string_view doc_text_;
  int index_ = 0;
};

// Columns of an event: type, mode, code, score, class, contexts, four counts and a participant.
constexpr int kEventColumns = 17;

std::optional<EventCode> read_event(RowReader& row) {
  if (row.at_null()) return row.skip(kEventColumns), std::nullopt;
  EventCode event;
  event.plover = row.text();
  event.mode = row.text_or("");
  event.cameo = row.text_or("");
  event.goldstein = row.real();
  event.quad = static_cast<int>(row.number());
  event.contexts = row.texts();
  event.size.dead = row.count();
  event.size.injured = row.count();
  event.size.arrested = row.count();
  event.size.protesters = row.count();
  event.recipient = row.optional_participant();
  return event;
}

}  // namespace

const char* const kClaimColumns =
    "document, sentence, id,"
    " subject_text, subject_begin, subject_end, subject_actor, subject_id, subject_kind, subject_code,"
    " relation_text, relation_begin, relation_end, lemma,"
    " object_text, object_begin, object_end, object_actor, object_id, object_kind, object_code,"
    " speaker_text, speaker_begin, speaker_end, speaker_actor, speaker_id, speaker_kind, speaker_code,"
    " negated, modality, confidence, plover, event_mode, cameo, goldstein, quad, contexts,"
    " dead, injured, arrested, protesters, recipient_text, recipient_begin, recipient_end, recipient_actor,"
    " recipient_id, recipient_kind, recipient_code,"
    " time_precision, time_text, time_start, time_end, time_type, time_value,"
    " place_text, place_name, country, region, place_kind, latitude, longitude, arguments, inferred";

std::string claim_parameters() {
  const std::string_view columns = kClaimColumns;
  std::string parameters = "?";
  for (auto commas = std::ranges::count(columns, ','); commas > 0; --commas) parameters += ", ?";
  return parameters;
}

void bind_claim(SQLite::Statement& insert, std::int64_t document, std::string_view text, const Claim& claim) {
  RowWriter row(insert, text);
  row.number(document);
  row.number(claim.sentence);
  row.number(static_cast<std::int64_t>(claim.id.value));
  row.participant(claim.subject);
  row.text_and_span(claim.relation.text, claim.relation.span);
  row.text(claim.relation.lemma);
  row.participant(claim.object);
  row.participant(claim.attributed_to);
  row.number(claim.negated ? 1 : 0);
  row.text(to_string(claim.modality));
  row.real(claim.confidence);
  if (claim.event) {
    row.text(claim.event->plover);
    row.text_unless(claim.event->mode, "");
    row.text_unless(claim.event->cameo, "");
    row.real(claim.event->goldstein);
    row.number(claim.event->quad);
    row.texts(claim.event->contexts);
    row.count(claim.event->size.dead);
    row.count(claim.event->size.injured);
    row.count(claim.event->size.arrested);
    row.count(claim.event->size.protesters);
    row.participant(claim.event->recipient);
  } else {
    row.nulls(kEventColumns);
  }
  if (claim.time) {
    row.text(to_string(claim.time->interval.precision));
    row.text(claim.time->text);
    row.date(claim.time->interval.start);
    row.date(claim.time->interval.end);
    row.text(to_string(claim.time->type));
    row.text_unless(claim.time->value, "");
  } else {
    row.nulls(6);
  }
  if (claim.place) {
    row.text(claim.place->text);
    row.text_unless(claim.place->name, claim.place->text);
    row.text_unless(claim.place->country, "");
    row.text_unless(claim.place->region, "");
    row.text_unless(claim.place->kind == PlaceKind::Unknown ? "" : to_string(claim.place->kind), "");
    claim.place->latitude ? row.real(*claim.place->latitude) : row.null();
    claim.place->longitude ? row.real(*claim.place->longitude) : row.null();
  } else {
    row.nulls(7);
  }
  row.arguments(claim.arguments);
  row.texts(claim.inferred);
}

Claim read_claim(SQLite::Statement& select, const Document& doc) {
  RowReader row(select, doc.article.text);
  Claim claim;
  claim.document = doc.id;
  row.skip(1);
  const std::int64_t sentence = row.number();
  if (sentence < 0 || static_cast<std::size_t>(sentence) >= doc.sentences.size()) {
    throw FormatError("a claim is in sentence " + std::to_string(sentence) + ", which is missing");
  }
  claim.sentence = static_cast<std::uint32_t>(sentence);
  claim.span = doc.sentences[claim.sentence].span;
  claim.id = {static_cast<std::uint64_t>(row.number())};
  claim.subject = row.participant();
  row.text_and_span(claim.relation.text, claim.relation.span);
  claim.relation.lemma = row.text();
  claim.object = row.optional_participant();
  claim.attributed_to = row.optional_participant();
  claim.negated = row.number() != 0;
  claim.modality = row.label(parse_modality, row.text(), "modality");
  claim.confidence = row.real();
  claim.event = read_event(row);
  if (row.at_null()) {
    row.skip(6);
  } else {
    TimeReference& time = claim.time.emplace();
    time.interval.precision = row.label(parse_precision, row.text(), "precision");
    time.text = row.text();
    time.interval.start = row.date();
    time.interval.end = row.date();
    time.type = row.label(parse_time_type, row.text(), "type of time");
    time.value = row.text_or("");
  }
  if (row.at_null()) {
    row.skip(7);
  } else {
    PlaceReference& place = claim.place.emplace();
    place.text = row.text();
    place.name = row.text_or(place.text);
    place.country = row.text_or("");
    place.region = row.text_or("");
    place.kind = row.label(parse_place_kind, row.text_or("unknown"), "kind of place");
    if (!row.at_null())
      place.latitude = row.real();
    else
      row.skip(1);
    if (!row.at_null())
      place.longitude = row.real();
    else
      row.skip(1);
  }
  claim.arguments = row.arguments();
  claim.inferred = row.texts();
  return claim;
}

}  // namespace actorgraph
