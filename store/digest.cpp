#include "store/digest.hpp"

#include <bit>

#include "records/hash.hpp"

namespace actorgraph {
namespace {

class Digest {
 public:
  void text(std::string_view value) { hasher_.add(value); }
  void number(std::uint64_t value) { hasher_.add(value); }
  // A zero has no sign in the file.
  void real(double value) { hasher_.add(std::bit_cast<std::uint64_t>(value + 0.0)); }

  void span(ByteSpan value) {
    number(value.begin);
    number(value.end);
  }

  template <class Value, class Add>
  void optional(const std::optional<Value>& value, const Add& add) {
    number(value ? 1 : 0);
    if (value) add(*value);
  }

  void date(const std::optional<Date>& value) {
    optional(value, [&](Date day) { text(to_string(day)); });
  }

  void count(const std::optional<std::uint32_t>& value) {
    optional(value, [&](std::uint32_t counted) { number(counted); });
  }

  void texts(const std::vector<std::string>& values) {
    number(values.size());
    for (const std::string& value : values) text(value);
  }

  void participant(const Participant& value) {
    text(value.text);
    span(value.span);
    text(value.actor);
    number(value.id.value);
    text(to_string(value.kind));
    text(value.code);
  }

  void code(const EventCode& value) {
    text(value.plover);
    text(value.mode);
    text(value.cameo);
    real(value.goldstein);
    number(static_cast<std::uint64_t>(value.quad));
    texts(value.contexts);
  }

  void event(const EventCode& value) {
    code(value);
    count(value.size.dead);
    count(value.size.injured);
    count(value.size.arrested);
    count(value.size.protesters);
    optional(value.recipient, [&](const Participant& recipient) { participant(recipient); });
  }

  void time(const TimeReference& value) {
    text(value.text);
    date(value.interval.start);
    date(value.interval.end);
    text(to_string(value.interval.precision));
    text(to_string(value.type));
    text(value.value);
  }

  void place(const PlaceReference& value) {
    text(value.text);
    text(value.name);
    text(value.country);
    text(value.region);
    text(to_string(value.kind));
    optional(value.latitude, [&](double degrees) { real(degrees); });
    optional(value.longitude, [&](double degrees) { real(degrees); });
  }

  void claim(const Claim& value) {
    number(value.id.value);
    number(value.sentence);
    participant(value.subject);
    text(value.relation.text);
    text(value.relation.lemma);
    span(value.relation.span);
    optional(value.object, [&](const Participant& object) { participant(object); });
    optional(value.attributed_to, [&](const Participant& speaker) { participant(speaker); });
    number(value.negated ? 1 : 0);
    text(to_string(value.modality));
    real(value.confidence);
    optional(value.event, [&](const EventCode& coded) { event(coded); });
    optional(value.time, [&](const TimeReference& told) { time(told); });
    optional(value.place, [&](const PlaceReference& told) { place(told); });
    number(value.arguments.size());
    for (const Argument& argument : value.arguments) {
      text(to_string(argument.role));
      text(argument.text);
      span(argument.span);
    }
    texts(value.inferred);
  }

  void article(const Article& value) {
    for (const std::string* part :
         {&value.text, &value.path, &value.name, &value.url, &value.source, &value.author, &value.place}) {
      text(*part);
    }
    date(value.published);
    number(value.blocks.size());
    for (const Block& block : value.blocks) {
      number(static_cast<std::uint64_t>(block.kind));
      span(block.span);
    }
  }

  [[nodiscard]] std::uint64_t finish() const { return hasher_.finish(); }

 private:
  Hasher hasher_;
};

}  // namespace

std::uint64_t make_digest(const Document& doc, std::span<const Claim> claims) {
  Digest digest;
  digest.number(doc.id.value);
  digest.article(doc.article);
  digest.number(doc.sentences.size());
  for (const Sentence& sent : doc.sentences) {
    digest.span(sent.span);
    digest.number(sent.kind == SentenceKind::Headline ? 1 : 0);
    digest.number(sent.block);
  }
  digest.number(claims.size());
  for (const Claim& claim : claims) digest.claim(claim);
  return digest.finish();
}

std::uint64_t hash_of_code(const EventCode& code) {
  Digest digest;
  digest.text("code");
  digest.code(code);
  return digest.finish();
}

std::uint64_t hash_of_time(const TimeReference& time) {
  Digest digest;
  digest.text("time");
  digest.time(time);
  return digest.finish();
}

std::uint64_t hash_of_place(const PlaceReference& place) {
  Digest digest;
  digest.text("place");
  digest.place(place);
  return digest.finish();
}

}  // namespace actorgraph
