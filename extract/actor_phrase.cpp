#include "extract/actor_phrase.hpp"

#include <algorithm>
#include <initializer_list>

#include "extract/actor_phrase_view.hpp"
#include "extract/mention_kind.hpp"
#include "extract/word_list.hpp"
#include "records/actor_code.hpp"

namespace actorgraph {
namespace {

// Roles of the state that end with the office.
bool ends_with_office(std::string_view role) {
  return among(role, {"GOV", "LEG", "MIL", "COP", "JUD", "SPY", "PTY"});
}

// A body beyond states, whose people have no sector of their own: "a UN official".
bool is_body_beyond_states(std::string_view code) {
  return among(code.substr(0, 3), {"IGO", "NGO", "NGM", "IMG", "MNC", "UNO"});
}

class PhraseCoder {
 public:
  PhraseCoder(const ActorPhrase& phrase, const ActorContext& context)
      : phrase_(phrase),
        context_(context),
        world_(context.world),
        view_(phrase, context),
        words_(phrase.words),
        head_(view_.head()),
        front_end_(view_.front_end()),
        former_(view_.former()) {}

  PhraseCode code() {
    if (!context_.dictionary.empty()) {
      if (auto found = by_dictionary()) return *found;
    }
    PhraseCode code;
    if (!find_role()) return {};
    find_base();
    if (base_.empty() && takes_country_) look_behind();
    code.base = std::move(base_);
    code.role = std::move(role_);
    settle(code);
    return code;
  }

 private:
  // The dictionary's actor with the dictionary's agents; nothing where it names no actor here.
  std::optional<PhraseCode> by_dictionary() {
    std::vector<std::string> forms(view_.forms().begin(), view_.forms().end());
    const auto matches = context_.dictionary.find(forms, context_.when);
    const DictionaryMatch* actor = nullptr;
    for (const DictionaryMatch& match : matches) {
      if (match.kind != DictionaryKind::Actor) continue;
      if (actor == nullptr || (actor->begin >= front_end_ && match.begin < front_end_)) actor = &match;
      if (match.begin <= head_ && head_ < match.end && actor->code.empty()) actor = &match;
    }
    const auto relevant = [&](const DictionaryMatch& match) {
      return match.kind != DictionaryKind::Actor && match.begin < front_end_;
    };
    if (actor != nullptr && actor->begin >= front_end_ && !view_.links(actor->begin)) actor = nullptr;
    PhraseCode code;
    if (actor == nullptr) {
      for (const DictionaryMatch& match : matches) {  // its agents go before the table of nouns
        if (relevant(match) && match.begin <= head_ && head_ < match.end) role_of_user_ = match.code;
      }
      return std::nullopt;
    }
    code.fixed = true;
    if (actor->code.empty()) return code;
    code.base = actor->code;
    bool agents = false;
    for (const DictionaryMatch& match : matches) {
      if (!relevant(match)) continue;
      agents = true;
      const std::string_view added = former_ ? std::string_view("ELI") : match.code;
      if (match.kind == DictionaryKind::Prefix && !former_) {
        code.base.insert(0, added);
      } else {
        add_blocks(code.base, added);
      }
    }
    const bool covered = actor->begin <= head_ && head_ < actor->end;
    if (agents || covered) return code;
    if (!find_role()) return PhraseCode{{}, {}, true};  // "the Zenda pass": nobody
    if (context_.dictionary.has_agents()) return code;
    add_blocks(code.base, former_ && !role_.empty() ? std::string_view("ELI") : std::string_view(role_));
    return code;
  }

  static void add_blocks(std::string& code, std::string_view added) {
    for (std::size_t at = 0; at < added.size(); at += 3) {
      const std::string_view block = added.substr(at, 3);
      bool known = false;
      for (std::size_t in = 0; in + 3 <= code.size(); in += 3) {
        known = known || std::string_view(code).substr(in, 3) == block;
      }
      if (!known) code += block;
    }
  }

  // Sets role_; false where the noun says that this is no actor.
  bool find_role() {
    const PhraseWord& head = words_[head_];
    const std::string_view own = world_.find_modifier(head.lemma);
    std::size_t first = head_;
    const auto noun = view_.in_person_name(head_) ? std::nullopt : view_.noun_at(head_, &first);
    if (!role_of_user_.empty()) {
      role_ = role_of_user_;
      return true;
    }
    if (noun && !head.name_type && among_kinds(noun->kind, {ActorKind::Event, ActorKind::Thing}))
      return false;
    if (noun) {
      role_ = noun->sector;
      takes_country_ = true;
      kind_ = noun->kind;
      if (own == World::kBearer || role_.empty() || role_ == "CVL" || role_ == "MIL" || role_ == "PTY") {
        borrow_role(first, own == World::kBearer);
      }
      return true;
    }
    // "army bulldozers", "warplanes"
    const bool thing = !head.name_type && !own.empty() && phrase_.kind != ActorKind::Event;
    if (thing) {
      if (own != World::kBearer) role_ = own;
      if (own == World::kBearer) borrow_role(head_, true);
      takes_country_ = true;
      if (!role_.empty()) return true;
    }
    if (head.name_type == NameType::Person || phrase_.kind == ActorKind::Person ||
        phrase_.kind == ActorKind::Group || phrase_.kind == ActorKind::ArmedGroup ||
        is_body_kind(phrase_.kind)) {
      kind_ = phrase_.kind;
      takes_country_ = true;
      borrow_role(head_, true);
      // A common noun that the table does not have is somebody only by what stands with it.
      return head.name_type.has_value() || !role_.empty() || phrase_.kind != ActorKind::Person ||
             world_.find_demonym(head.form) != nullptr;
    }
    return head.name_type.has_value() || world_.find_demonym(head.form) != nullptr ||
           world_.find_longest(std::span(view_.forms()).subspan(head_)).has_value();
  }

  static bool among_kinds(ActorKind kind, std::initializer_list<ActorKind> kinds) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }

  // "rebel leader", "army chief", "opposition candidate", "Prime Minister Lind": what stands before.
  void borrow_role(std::size_t first, bool whole) {
    for (std::size_t at = first; at-- > 0;) {
      if (view_.in_person_name(at)) continue;
      const std::string_view modifier = world_.find_modifier(words_[at].lemma);
      const auto noun = view_.noun_at(at);
      std::string_view found = modifier == World::kBearer ? std::string_view() : modifier;
      const bool participle = words_[at].lower.ends_with("ed") && words_[at].lower != words_[at].lemma;
      if (found.empty() && noun && whole && !participle) found = noun->sector;
      if (found.empty() || found == "CVL") continue;
      if (role_ == "MIL" && !among(found, {"REB", "UAF", "SEP", "OPP", "CRM"})) continue;
      role_ = found;
      return;
    }
    if (!whole || role_ == "MIL") return;
    // "leader of the opposition", "spokesman for the army"
    for (std::size_t at = front_end_; at + 1 < words_.size(); ++at) {
      if (!view_.links(at + 1)) continue;
      std::size_t begin = at + 1;
      std::size_t end = begin;
      while (end < words_.size() && !is_linking_word(words_[end].lower)) ++end;
      if (end == begin) continue;
      const auto noun = view_.noun_at(end - 1, &begin);
      if (noun && !noun->sector.empty() && noun->sector != "CVL") {
        const std::string_view before = begin > at + 1 ? world_.find_modifier(words_[begin - 1].lemma) : "";
        role_ = before.empty() || before == World::kBearer ? noun->sector : before;
      }
      return;
    }
  }

  // What the front of the phrase names: a listed actor, else a country.
  void find_base() {
    std::string country;
    std::string listed;
    for (std::size_t at = 0; at < front_end_; ++at) {
      const auto match = view_.match_at(at);
      const bool at_head = match && at <= head_ && head_ < at + match->words;
      if (at_head) {
        take_head(*match->actor, country);
        return;
      }
      if (match && match->actor->kind == ActorKind::Country) {
        if (country.empty()) country = match->actor->country;
      } else if (match && match->actor->kind != ActorKind::Person && listed.empty()) {
        listed = code_of_body(*match->actor, country);
      }
      // "the Lind administration"
      if (country.empty() && at < head_ && role_ == "GOV" && !view_.in_person_name(head_)) {
        const WorldActor* person =
            match ? match->actor : world_.find_surname(view_.forms()[at], context_.when);
        if (person != nullptr && person->kind == ActorKind::Person) country = person->country;
      }
      if (match) at += match->words - 1;
      if (match || view_.in_person_name(at)) continue;
      const WorldActor* people = view_.find_people(at);
      if (people != nullptr && country.empty()) country = people->country;
      const bool at_name = at == head_ || (words_[at].name_type && words_[at].name == words_[head_].name);
      const WorldActor* capital = world_.find_capital(view_.forms()[at]);
      if (capital == nullptr || people != nullptr || !country.empty()) continue;
      country = capital->country;
      if (at_name && at == head_) {
        takes_country_ = true;
        role_ = phrase_.capital == CapitalUse::Government ? "GOV" : "";
      }
    }
    const WorldActor* person = find_person();
    if (person != nullptr && (country.empty() || country == person->country)) {
      take_head(*person, country);
      return;
    }
    // A people or a faith beside a country: the country counts.
    const bool vague = listed.size() == 3 && !country.empty();
    base_ = listed.empty() || vague ? country : listed;
    if (!base_.empty() && role_.empty() && is_people_noun() && (front_end_ > 1)) role_ = "CVL";
  }

  // "168 Liberians", "young Algerians"
  bool is_people_noun() const {
    return head_ > 0 && words_[head_].lemma.size() > 3 && words_[head_].form.ends_with('s') &&
           world_.find_demonym(words_[head_].form) != nullptr && phrase_.kind != ActorKind::Country;
  }

  // A surname alone is the holder of an office where a title or the country says so.
  const WorldActor* find_person() const {
    if (!view_.in_person_name(head_)) return nullptr;
    const WorldActor* person = view_.surname_at(head_);
    if (person == nullptr) return nullptr;
    const bool known = role_ == "GOV" || phrase_.called_by_surname ||
                       (!context_.country.empty() && person->country == context_.country);
    return known ? person : nullptr;
  }

  // The listed actor that the head names.
  void take_head(const WorldActor& actor, const std::string& country) {
    takes_country_ = false;
    if (actor.kind == ActorKind::Country) {
      // "the Georgia of ..." names the country; a group of it is what the noun says
      base_ = actor.country;
      const bool people = world_.find_country(view_.forms()[head_]) == nullptr &&
                          world_.find_demonym(view_.forms()[head_]) != nullptr;
      if (!people) role_.clear();
      return;
    }
    // "Ruritanian President Lind" of a listed prince of another country: the title counts.
    if (actor.kind == ActorKind::Person && !held_office(actor) && !former_ && ends_with_office(role_)) {
      base_ = country.empty() ? actor.country : country;
      return;
    }
    if (actor.kind == ActorKind::Person && !held_office(actor)) {
      base_ = actor.country;
      if (base_.empty()) base_ = actor.code;
      role_ = "ELI";
      return;
    }
    base_ = code_of_body(actor, country);
    if (base_.size() == 3 && !country.empty()) base_ = country;  // "Iraqi Kurds"
    if (base_.size() > 3) role_.clear();
  }

  bool held_office(const WorldActor& actor) const {
    if (!context_.when || actor.office.empty()) return true;
    return (!actor.from || *actor.from <= *context_.when) && (!actor.to || *context_.when <= *actor.to);
  }

  // The code of a listed body, or of its namesake in the country that the phrase names: a "National Security
  // Council", a "Labour Party".
  static std::string code_of_body(const WorldActor& actor, const std::string& country) {
    const bool namesake = (actor.kind == ActorKind::Government || actor.kind == ActorKind::Party) &&
                          !country.empty() && !actor.country.empty() && actor.country != country;
    return namesake ? country + std::string(split_actor_code(actor.code).role) : actor.code;
  }

  // The listed body right behind a country: "Ruritania's Blue Front".
  const WorldActor* body_behind(std::size_t at) const {
    if (at >= words_.size()) return nullptr;
    const auto match = view_.match_at(at);
    if (!match || match->actor->kind == ActorKind::Country || match->actor->kind == ActorKind::Person)
      return nullptr;
    return match->actor->code.size() > 3 ? match->actor : nullptr;
  }

  // "soldiers from Zenda", "leader of Hamas", "rebels in the east of Zenda"
  void look_behind() {
    const bool hosted = kind_ == ActorKind::Facility;  // an embassy in Zenda is another country's
    for (const bool owner : {true, false}) {
      std::string preposition;
      for (std::size_t at = front_end_; at < words_.size(); ++at) {
        const std::string form = words_[at].lower;
        if (is_linking_word(form)) {
          preposition = form;
          continue;
        }
        if (!view_.links(at) || among(preposition, {"of", "from"}) != owner) continue;
        if (!owner && hosted && role_ == "GOV") continue;
        const auto match = view_.match_at(at);
        if (match && match->actor->kind == ActorKind::Country) {
          base_ = match->actor->country;
          if (const WorldActor* body = body_behind(at + match->words); body != nullptr && owner)
            base_ = body->code;
        }
        const bool bears = owner || preposition == "for";
        if (match && match->actor->kind != ActorKind::Country && match->actor->kind != ActorKind::Person &&
            bears) {
          base_ = match->actor->code;
        }
        if (base_.empty() && !view_.in_person_name(at)) {
          const WorldActor* people = view_.find_people(at);
          if (people == nullptr) people = world_.find_capital(view_.forms()[at]);
          if (people != nullptr) base_ = people->country;
        }
        if (!base_.empty()) return;
      }
    }
  }

  void settle(PhraseCode& code) const {
    if (code.base.empty() && !former_) return;
    const ActorCodeParts parts = split_actor_code(code.base);
    if (former_ && (ends_with_office(code.role) || ends_with_office(parts.role))) {
      if (!parts.country.empty()) code.base = std::string(parts.country);
      code.role = "ELI";
      return;
    }
    if (code.base.size() <= 3) {
      if (is_body_beyond_states(code.base) && !among(code.role, {"MIL", "COP"})) code.role.clear();
      return;
    }
    if (is_body_beyond_states(code.base)) {
      if (!among(code.role, {"MIL", "COP"})) code.role.clear();
      return;
    }
    // "White House reporters": of the country, in another role.
    if (parts.role == "GOV" && !parts.country.empty() && !code.role.empty() && code.role != "GOV" &&
        code.role != "CVL") {
      code.base = std::string(parts.country);
      return;
    }
    if (!parts.role.empty()) code.role.clear();
  }

  const ActorPhrase& phrase_;
  const ActorContext& context_;
  const World& world_;
  const ActorPhraseView view_;
  const std::vector<PhraseWord>& words_;
  const std::size_t head_;
  const std::size_t front_end_;
  const bool former_;
  bool takes_country_ = false;
  ActorKind kind_ = ActorKind::Unknown;
  std::string base_;
  std::string role_;
  std::string_view role_of_user_;
};

}  // namespace

std::string PhraseCode::text() const {
  std::string code = base;
  for (std::size_t at = 0; at + 3 <= code.size(); at += 3) {
    if (std::string_view(code).substr(at, 3) == role) return code;
  }
  return code + role;
}

PhraseCode code_phrase(const ActorPhrase& phrase, const ActorContext& context) {
  return PhraseCoder(phrase, context).code();
}

}  // namespace actorgraph
