#include "export/event_record.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace actorgraph {
namespace {

/// What a planned, or a demanded, act is.
struct Turn {
  std::string_view act;  // the beginning of its code
  std::string_view cameo;
  double goldstein;
};

constexpr std::array<Turn, 17> kPlanned = {{{"045", "039", 5},
                                            {"04", "036", 4},
                                            {"057", "030", 4},
                                            {"05", "032", 4.5},
                                            {"061", "0311", 5.2},
                                            {"062", "0312", 5.2},
                                            {"063", "0313", 5.2},
                                            {"064", "0314", 5.2},
                                            {"06", "031", 5.2},
                                            {"071", "0331", 5.2},
                                            {"072", "0332", 5.2},
                                            {"073", "0333", 5.2},
                                            {"07", "033", 5.2},
                                            {"083", "034", 7},
                                            {"084", "0353", 7},
                                            {"087", "0356", 7},
                                            {"08", "035", 7}}};
constexpr std::array<Turn, 8> kThreatened = {{{"14", "133", -5.8},
                                              {"161", "1313", -5.8},
                                              {"162", "1311", -5.8},
                                              {"163", "1312", -5.8},
                                              {"16", "131", -5.8},
                                              {"17", "132", -5.8},
                                              {"18", "138", -7},
                                              {"19", "138", -7}}};
constexpr std::array<Turn, 6> kDemanded = {{{"04", "106", -5},
                                            {"05", "102", -5},
                                            {"06", "101", -5},
                                            {"07", "103", -5},
                                            {"083", "104", -5},
                                            {"08", "105", -5}}};

template <std::size_t Count>
const Turn* find_turn(const std::array<Turn, Count>& turns, std::string_view code) {
  const auto at =
      std::find_if(turns.begin(), turns.end(), [&](const Turn& turn) { return code.starts_with(turn.act); });
  return at == turns.end() ? nullptr : &*at;
}

EventCode turned(const EventCode& code, std::string_view type, int quad, const Turn& turn) {
  EventCode other;
  other.plover = type;
  other.contexts = code.contexts;
  other.cameo = turn.cameo;
  other.goldstein = turn.goldstein;
  other.quad = quad;
  return other;
}

bool is_any_of(std::string_view code, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return code.starts_with(beginning); });
}

// Meetings, talks, agreements: done by all parties to one another.
bool is_mutual(std::string_view code) {
  return is_any_of(code, {"04", "057"}) && !is_any_of(code, {"042", "043", "045"});
}

bool is_pronoun(std::string_view text) {
  constexpr std::array<std::string_view, 11> kPronouns = {"I",  "It",  "They", "We", "he", "i",
                                                          "it", "she", "they", "us", "we"};
  return std::find(kPronouns.begin(), kPronouns.end(), text) != kPronouns.end();
}

// "was sentenced to death": the subject is acted on.
bool is_acted_on(const Claim& claim) {
  const std::string_view lemma = claim.relation.lemma;
  if (!lemma.starts_with("be ") || claim.relation.text.starts_with("be ")) return false;
  const std::string_view participle = lemma.substr(3, lemma.find(' ', 3) - 3);
  return participle.size() > 3 &&
         (participle.ends_with("ed") || participle.ends_with("en") || participle.ends_with("t"));
}

bool has(const std::vector<Participant>& list, const Participant& who) {
  return std::any_of(list.begin(), list.end(),
                     [&](const Participant& other) { return other.text == who.text; });
}

void add(std::vector<Participant>& list, const Participant& who) {
  if (!who.text.empty() && !has(list, who)) list.push_back(who);
}

std::optional<Date> date_of(const Claim& claim, const Document& doc) {
  if (claim.time && claim.time->interval.precision == Precision::Day && claim.time->interval.start)
    return claim.time->interval.start;
  return doc.article.published;
}

class RecordMaker {
 public:
  explicit RecordMaker(const Document& doc) : doc_(doc) {}

  void take(const Claim& claim) {
    if (!claim.event || claim.event->cameo.empty()) return;
    const EventCode& code = *claim.event;
    const bool refused = code.cameo.starts_with("12") || code.cameo.starts_with("03");
    if (claim.negated && !refused) return;
    switch (claim.modality) {
      case Modality::Denied:
      case Modality::Possible:
        return;
      case Modality::Demanded:
        take_demand(claim);
        return;
      case Modality::Planned:
        if (const Turn* turn = find_turn(kPlanned, code.cameo)) {
          put(claim, turned(code, "AGREE", 1, *turn));
        } else if (const Turn* threat = find_turn(kThreatened, code.cameo)) {
          put(claim, turned(code, "THREATEN", 3, *threat));
        } else {
          put(claim, code);
        }
        return;
      default:
        put(claim, code);
    }
  }

  std::vector<EventRecord> finish() && {
    for (EventRecord& record : records_) {  // "Chad and Mali agreed to": with each other
      if (record.code.cameo.starts_with("03") && record.claim->relation.lemma.starts_with("agree") &&
          record.recipients.empty() && record.actors.size() > 1)
        share(record);
    }
    return std::move(records_);
  }

 private:
  void put(const Claim& claim, EventCode code) {
    EventRecord& record = record_of(claim, code);
    if (claim.relation.lemma.starts_with("receive") && code.cameo.starts_with("07")) {  // "received aid from"
      add(record.recipients, claim.subject);
      if (claim.object && claim.relation.lemma.ends_with(" from")) add(record.actors, *claim.object);
      return;
    }
    if (is_acted_on(claim)) {
      add(record.recipients, claim.subject);
      return;
    }
    // "said it would leave": who says so, where nobody else is known
    const bool unknown = is_pronoun(claim.subject.text) && claim.attributed_to;
    add(record.actors, unknown ? *claim.attributed_to : claim.subject);
    // "blamed Chad for the raid on Mali": Chad, the object, and nobody else.
    const Claim& first = *record.claim;
    const bool object_acts =
        first.object && first.event->recipient && first.object->text == first.event->recipient->text;
    const bool further = object_acts && claim.relation.lemma != first.relation.lemma &&
                         claim.relation.lemma.starts_with(first.relation.lemma);
    if (claim.event->recipient && !further) add(record.recipients, *claim.event->recipient);
    if (is_mutual(record.code.cameo) && record.actors.size() + record.recipients.size() > 1) share(record);
  }

  // "X must do": who says so demands it of X.
  void take_demand(const Claim& claim) {
    const Turn* turn = find_turn(kDemanded, claim.event->cameo);
    if (!claim.attributed_to || turn == nullptr || claim.subject.text.empty()) return;
    const bool said = std::any_of(records_.begin(), records_.end(), [&](const EventRecord& record) {
      return record.claim->sentence == claim.sentence && record.code.plover == "REQUEST" &&
             has(record.actors, *claim.attributed_to);
    });
    if (said) return;
    EventRecord& record = record_of(claim, turned(*claim.event, "REQUEST", 3, *turn));
    add(record.actors, *claim.attributed_to);
    add(record.recipients, claim.subject);
  }

  // The record that already holds what this claim reports, or a new one.
  EventRecord& record_of(const Claim& claim, EventCode code) {
    for (auto at = records_.rbegin(); at != records_.rend() && at->claim->sentence == claim.sentence; ++at) {
      if (at->claim->relation.span.begin == claim.relation.span.begin && at->code.cameo == code.cameo)
        return *at;
    }
    code.recipient.reset();
    records_.push_back({&claim, std::move(code), {}, {}, date_of(claim, doc_)});
    return records_.back();
  }

  static void share(EventRecord& record) {
    std::vector<Participant> all = record.actors;
    for (const Participant& who : record.recipients) add(all, who);
    record.actors = all;
    record.recipients = std::move(all);
  }

  const Document& doc_;
  std::vector<EventRecord> records_;
};

}  // namespace

std::vector<EventRecord> make_event_records(std::span<const Claim> claims, const Document& doc) {
  RecordMaker maker(doc);
  for (const Claim& claim : claims) maker.take(claim);
  return std::move(maker).finish();
}

}  // namespace actorgraph
