#include "store/claim_row.hpp"

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
    number(static_cast<std::int64_t>(participant.kind));
    text_unless(participant.code, "");
  }

  void reference(const std::optional<std::int64_t>& row) { row ? number(*row) : null(); }

  void participant(const std::optional<Participant>& given) {
    if (given) return participant(*given);
    nulls(7);
  }

  void nulls(int count) {
    for (int i = 0; i < count; ++i) null();
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
  RowReader(const RowCursor& row, std::string_view doc_text) : row_(row), doc_text_(doc_text) {}

  [[nodiscard]] bool at_null() const { return row_.is_null(index_); }
  void skip(int count) { index_ += count; }
  std::int64_t number() { return row_.number(index_++); }
  double real() { return row_.real(index_++); }
  std::string text() { return row_.string(index_++); }

  template <class Label>
  Label label(Label last) {
    return row_.label(index_++, last);
  }

  std::string text_or(std::string_view known) {
    if (!at_null()) return text();
    skip(1);
    return std::string(known);
  }

  void text_and_span(std::string& value, ByteSpan& span) {
    const int at = index_++;
    const std::int64_t begin = number();
    span = checked_span(begin, number(), doc_text_);
    value = row_.is_null(at) ? slice(doc_text_, span) : row_.text(at);
  }

  Participant participant() {
    Participant participant;
    text_and_span(participant.text, participant.span);
    participant.actor = text_or(participant.text);
    participant.id = {static_cast<std::uint64_t>(number())};
    participant.kind = label(ActorKind::Thing);
    participant.code = text_or("");
    return participant;
  }

  std::optional<Participant> optional_participant() {
    if (!row_.is_null(index_ + 1)) return participant();
    skip(7);
    return std::nullopt;
  }

  std::optional<Date> date() { return row_.day(index_++); }

  std::optional<double> optional_real() {
    if (at_null()) return skip(1), std::nullopt;
    return real();
  }

  std::optional<std::uint32_t> count() {
    if (at_null()) return skip(1), std::nullopt;
    return static_cast<std::uint32_t>(number());
  }

  std::vector<std::string> texts() {
    if (at_null()) return skip(1), std::vector<std::string>();
    return texts_from_json(row_.text(index_++));
  }

  std::vector<Argument> arguments() {
    if (at_null()) return skip(1), std::vector<Argument>();
    return arguments_from_json(row_.text(index_++), doc_text_);
  }

 private:
  const RowCursor& row_;
  std::string_view doc_text_;
  int index_ = 0;
};

// Columns of a code, and of a detail: four counts and a participant.
constexpr int kCodeColumns = 6;
constexpr int kDetailColumns = 11;

std::optional<EventCode> read_event(RowReader& row) {
  if (row.at_null()) return row.skip(kCodeColumns + kDetailColumns), std::nullopt;
  EventCode event;
  event.plover = row.text();
  event.mode = row.text();
  event.cameo = row.text();
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

std::optional<TimeReference> read_time(RowReader& row) {
  if (row.at_null()) return row.skip(6), std::nullopt;
  TimeReference time;
  time.text = row.text();
  time.interval.start = row.date();
  time.interval.end = row.date();
  time.interval.precision = row.label(Precision::Unknown);
  time.type = row.label(TimeType::Set);
  time.value = row.text();
  return time;
}

std::optional<PlaceReference> read_place(RowReader& row) {
  if (row.at_null()) return row.skip(7), std::nullopt;
  PlaceReference place;
  place.text = row.text();
  place.name = row.text();
  place.country = row.text();
  place.region = row.text();
  place.kind = row.label(PlaceKind::Facility);
  place.latitude = row.optional_real();
  place.longitude = row.optional_real();
  return place;
}

}  // namespace

const char* const kClaimColumns =
    "sentence, id,"
    " subject_text, subject_begin, subject_end, subject_actor, subject_id, subject_kind, subject_code,"
    " relation_text, relation_begin, relation_end, lemma,"
    " object_text, object_begin, object_end, object_actor, object_id, object_kind, object_code,"
    " speaker_text, speaker_begin, speaker_end, speaker_actor, speaker_id, speaker_kind, speaker_code,"
    " negated, modality, confidence, code, time, place, arguments, inferred";

const char* const kSelectClaims =
    "SELECT c.sentence, c.id,"
    " c.subject_text, c.subject_begin, c.subject_end, c.subject_actor, c.subject_id, c.subject_kind,"
    " c.subject_code, c.relation_text, c.relation_begin, c.relation_end, l.text,"
    " c.object_text, c.object_begin, c.object_end, c.object_actor, c.object_id, c.object_kind,"
    " c.object_code, c.speaker_text, c.speaker_begin, c.speaker_end, c.speaker_actor, c.speaker_id,"
    " c.speaker_kind, c.speaker_code, c.negated, c.modality, c.confidence,"
    " o.plover, o.mode, o.cameo, o.goldstein, o.quad, o.contexts,"
    " x.dead, x.injured, x.arrested, x.protesters, x.recipient_text, x.recipient_begin, x.recipient_end,"
    " x.recipient_actor, x.recipient_id, x.recipient_kind, x.recipient_code,"
    " t.text, t.first, t.last, t.precision, t.type, t.value,"
    " p.text, p.name, p.country, p.region, p.kind, p.latitude, p.longitude, c.arguments, c.inferred"
    " FROM claim c JOIN term l ON l.number = c.lemma LEFT JOIN code o ON o.number = c.code"
    " LEFT JOIN claim_detail x ON x.claim = c.number LEFT JOIN time t ON t.number = c.time"
    " LEFT JOIN place p ON p.number = c.place";

std::string claim_parameters() {
  const std::string_view columns = kClaimColumns;
  std::string parameters = "?";
  for (auto commas = std::ranges::count(columns, ','); commas > 0; --commas) parameters += ", ?";
  return parameters;
}

void bind_claim(SQLite::Statement& insert, const ClaimReferences& references, std::string_view text,
                const Claim& claim) {
  RowWriter row(insert, text);
  row.number(references.sentence);
  row.number(static_cast<std::int64_t>(claim.id.value));
  row.participant(claim.subject);
  row.text_and_span(claim.relation.text, claim.relation.span);
  row.number(references.lemma);
  row.participant(claim.object);
  row.participant(claim.attributed_to);
  row.number(claim.negated ? 1 : 0);
  row.number(static_cast<std::int64_t>(claim.modality));
  row.real(claim.confidence);
  row.reference(references.code);
  row.reference(references.time);
  row.reference(references.place);
  row.arguments(claim.arguments);
  row.texts(claim.inferred);
}

bool has_detail(const Claim& claim) {
  return claim.event && (!claim.event->size.empty() || claim.event->recipient);
}

void bind_detail(SQLite::Statement& insert, std::int64_t number, std::string_view text, const Claim& claim) {
  RowWriter row(insert, text);
  row.number(number);
  row.count(claim.event->size.dead);
  row.count(claim.event->size.injured);
  row.count(claim.event->size.arrested);
  row.count(claim.event->size.protesters);
  row.participant(claim.event->recipient);
}

Claim read_claim(const RowCursor& select, const Document& doc, std::int64_t first_sentence) {
  RowReader row(select, doc.article.text);
  Claim claim;
  claim.document = doc.id;
  const std::int64_t sentence = row.number() - first_sentence;
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
  claim.modality = row.label(Modality::Denied);
  claim.confidence = row.real();
  claim.event = read_event(row);
  claim.time = read_time(row);
  claim.place = read_place(row);
  claim.arguments = row.arguments();
  claim.inferred = row.texts();
  return claim;
}

}  // namespace actorgraph
