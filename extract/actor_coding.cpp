#include "extract/actor_coding.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string_view>
#include <utility>

#include "extract/actor_phrase.hpp"
#include "extract/mention_features.hpp"
#include "extract/noun_phrase.hpp"
#include "extract/word_list.hpp"
#include "extract/world_table.hpp"
#include "records/actor_code.hpp"

namespace actorgraph {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string join_forms(const Sentence& sent, TokenRange range) {
  std::string joined;
  for (std::uint32_t tok = range.begin; tok < range.end; ++tok) {
    if (sent.tokens[tok].form == "'s" && tok + 1 == range.end) break;
    if (!joined.empty()) joined += ' ';
    joined += sent.tokens[tok].form;
  }
  return joined;
}

// Whether "Georgia" is the state of the Union: it is told of with its towns and neighbours, and without the
// country's.
bool tells_of_american_georgia(const Document& doc) {
  const bool named = std::any_of(doc.sentences.begin(), doc.sentences.end(), [](const Sentence& sent) {
    return std::any_of(sent.tokens.begin(), sent.tokens.end(),
                       [](const Token& tok) { return tok.form == "Georgia"; });
  });
  if (!named) return false;
  bool american = false;
  for (const Sentence& sent : doc.sentences) {
    for (const Token& tok : sent.tokens) {
      if (among(tok.form, {"Georgian", "Georgians", "Tbilisi", "Abkhazia", "Ossetia", "Batumi", "Saakashvili",
                           "Shevardnadze", "Caucasus", "Tskhinvali", "Azerbaijan", "Armenia"})) {
        return false;
      }
      if (among(tok.form,
                {"Atlanta", "Savannah", "Augusta", "Macon", "Fulton", "Alabama", "Florida", "Tennessee",
                 "Carolina", "Republican", "Republicans", "Democrat", "Democrats", "Gov."})) {
        american = true;
      }
    }
  }
  return american;
}

// "Kabul said", "talks with Kabul", "Kabul's demand" are of a government; "in Kabul" is not.
CapitalUse capital_use(const DependencyTree& tree, std::uint32_t tok) {
  const Token& word = tree[tok];
  if (word.head == kRootHead) return CapitalUse::Place;
  const Token& head = tree[word.head];
  const auto preposition = tree.find_child(tok, {Deprel::Case});
  switch (universal(word.deprel)) {
    case Deprel::Nsubj: {
      const bool acts = word.deprel == Deprel::Nsubj && is_verb(head.xpos) &&
                        !among(head.lemma, {"be", "fall", "see", "suffer", "lie", "remain", "become", "have",
                                            "wake", "burn", "grow", "host", "stand"});
      return acts ? CapitalUse::Government : CapitalUse::Place;
    }
    case Deprel::Obj:
      return among(head.lemma, {"accuse",   "urge",   "warn",   "blame",    "criticize", "criticise",
                                "condemn",  "ask",    "tell",   "pressure", "press",     "sanction",
                                "support",  "assure", "inform", "thank",    "denounce",  "provoke",
                                "persuade", "push",   "force",  "defy",     "isolate",   "punish"})
                 ? CapitalUse::Government
                 : CapitalUse::Place;
    case Deprel::Nmod:
    case Deprel::Obl: {
      if (word.deprel == Deprel::NmodPoss) {
        return among(lower(head.lemma),
                     {"airport", "mayor", "street", "suburb", "police", "resident", "population", "outskirts",
                      "university", "hospital", "center", "centre"})
                   ? CapitalUse::Place
                   : CapitalUse::Government;
      }
      if (word.deprel == Deprel::OblAgent) return CapitalUse::Government;
      return preposition && among(lower(tree[*preposition].form), {"with", "between", "by", "against", "on"})
                 ? CapitalUse::Government
                 : CapitalUse::Place;
    }
    case Deprel::Conj:
      return capital_use(tree, word.head);
    default:
      return CapitalUse::Place;
  }
}

// Of "Danish media and government" the words before "media" are the government's too.
Words shared_front(const DependencyTree& tree, std::uint32_t head) {
  Words shared;
  const Token& word = tree[head];
  if (word.deprel != Deprel::Conj || tree.name_of(head) || word.head == kRootHead || word.head > head)
    return shared;
  const std::uint32_t first = word.head;
  if (tree.name_of(first) || tree[first].upos != Upos::Noun) return shared;
  for (const std::uint32_t child : tree.children(head)) {
    const Deprel relation = universal(tree[child].deprel);
    if (child < head &&
        (relation == Deprel::Det || relation == Deprel::Amod || relation == Deprel::Compound ||
         relation == Deprel::Nmod || relation == Deprel::Case)) {
      return shared;
    }
  }
  for (const std::uint32_t child : tree.children(first)) {
    const Deprel relation = universal(tree[child].deprel);
    if (child > first ||
        (relation != Deprel::Amod && relation != Deprel::Compound && relation != Deprel::Nmod)) {
      continue;
    }
    const TokenRange range = tree.subtree(child);
    for (std::uint32_t tok = range.begin; tok < range.end && tok < first; ++tok) shared.push_back(tok);
  }
  return shared;
}

class Coder {
 public:
  Coder(const Document& doc, const std::vector<DependencyTree>& trees, const std::vector<Mention>& mentions,
        const std::vector<Resolution>& resolutions, const World& world, const ActorDictionary& dictionary)
      : trees_(trees),
        mentions_(mentions),
        resolutions_(resolutions),
        main_country_(find_main_country(doc, world)),
        context_{world, dictionary, doc.article.published, main_country_},
        american_georgia_(tells_of_american_georgia(doc)) {}

  std::vector<ActorCoding> code() {
    std::vector<PhraseCode> own(mentions_.size());
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].type != MentionType::Pronoun) own[i] = code_phrase_of(i);
    }
    const std::vector<std::uint32_t> owners = find_owners(trees_, mentions_);
    std::uint32_t entity_count = 0;
    for (const Resolution& resolution : resolutions_)
      entity_count = std::max(entity_count, resolution.entity + 1);
    std::vector<PhraseCode> entities(entity_count);
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      PhraseCode& best = entities[resolutions_[i].entity];
      if (rank(own[i]) > rank(best)) best = own[i];
    }
    std::vector<ActorCoding> codings(mentions_.size());
    for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
      codings[i] = settle(i, own[i], entities[resolutions_[i].entity]);
      if (owners[i] == kNoMention || mentions_[i].type == MentionType::Pronoun) continue;
      if (!own[i].base.empty() || own[i].role.empty() || own[i].fixed) continue;
      const PhraseCode& owner = entities[resolutions_[owners[i]].entity];  // "its army"
      const std::string_view country = split_actor_code(owner.base).country;
      if (!country.empty())
        codings[i] = {std::string(country) + own[i].role, "code: " + resolutions_[owners[i]].actor};
    }
    return codings;
  }

 private:
  static int rank(const PhraseCode& code) {
    if (code.fixed && !code.base.empty()) return 4;
    if (code.base.size() > 3 || (!code.base.empty() && !code.role.empty())) return 3;
    if (!code.base.empty()) return 2;
    return code.role.empty() ? 0 : 1;
  }

  // Most phrases name nobody and have a noun that is no role: they cost nothing more.
  bool may_be_actor(const Mention& mention, const Sentence& sent) const {
    if (!context_.dictionary.empty() || mention.name_type) return true;
    const bool capital = std::any_of(mention.text.begin(), mention.text.end(),
                                     [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
    if (capital) return true;
    const Token& head = sent.tokens[mention.head];
    const std::string lemma = lower(head.lemma);
    return context_.world.find_noun(lemma) || context_.world.find_noun(lower(head.form)) ||
           !context_.world.find_modifier(lemma).empty() || head.form.ends_with("men") ||
           head.upos == Upos::Num || among(lemma, {"hundred", "thousand", "dozen", "score", "ten", "number"});
  }

  // The words that say who it is, titles and modifiers included.
  Words words_of(std::uint32_t index) const {
    const Mention& mention = mentions_[index];
    const DependencyTree& tree = trees_[mention.sentence];
    if (mention.head < mention.tokens.begin) return {};
    const auto children = tree.children(mention.head);
    const bool bare =
        tree[mention.head].deprel != Deprel::Conj &&
        std::all_of(children.begin(), children.end(), [&](std::uint32_t child) {
          const Deprel relation = tree[child].deprel;
          return relation == Deprel::Det || relation == Deprel::Case || relation == Deprel::Punct;
        });
    if (bare) return {mention.head};
    Words words = phrase_words(tree, mention.head, {.titles = Titles::Keep, .most_words = 24});
    if (words.empty()) return {};
    if (const Words modifiers = distributed_modifiers(tree, mention.head); !modifiers.empty()) {
      std::uint32_t nth = 0;  // mentions of one head come one a modifier
      while (nth < index && mentions_[index - nth - 1].head == mention.head &&
             mentions_[index - nth - 1].sentence == mention.sentence) {
        ++nth;
      }
      if (nth < modifiers.size()) words = keep_modifier(tree, words, modifiers, modifiers[nth]);
    }
    Words front = shared_front(tree, mention.head);
    words.insert(words.begin(), front.begin(), front.end());
    return words;
  }

  PhraseCode code_phrase_of(std::uint32_t index) const {
    const Mention& mention = mentions_[index];
    const DependencyTree& tree = trees_[mention.sentence];
    const Sentence& sent = tree.sentence();
    if (!may_be_actor(mention, sent)) return {};
    Words words = words_of(index);
    if (words.empty()) return {};
    if (const auto name = tree.name_of(mention.head)) {  // a name is whole, whatever its tree
      const TokenRange range = sent.names[*name].tokens;
      for (std::uint32_t tok = range.begin; tok < range.end; ++tok) words.push_back(tok);
      std::sort(words.begin(), words.end());
      words.erase(std::unique(words.begin(), words.end()), words.end());
    }
    ActorPhrase phrase;
    phrase.words.reserve(words.size());
    for (const std::uint32_t tok : words) {
      const Token& word = sent.tokens[tok];
      if (is_article(word) && tok < mention.head) continue;
      if (word.form == "'s" || word.form == "’s" || word.form == "'") {
        // "People's Party" is one name; "Zenda's army" is not.
        if (!phrase.words.empty() && tok + 1 < sent.tokens.size() && tree.name_of(tok) &&
            tree.name_of(tok) == tree.name_of(tok + 1)) {
          phrase.words.back().form += word.form;
        }
        continue;
      }
      if (word.upos == Upos::Punct) continue;
      if (tok == mention.head) phrase.head = static_cast<std::uint32_t>(phrase.words.size());
      PhraseWord part{word.form, lower(word.form), lower(word.lemma.empty() ? word.form : word.lemma),
                      std::nullopt, 0};
      if (const auto name = tree.name_of(tok)) {
        part.name_type = sent.names[*name].type;
        part.name = *name;
      }
      if (american_georgia_ && word.form == "Georgia") part.form = "U.S.";
      part.capital = count_capitals(part.form) > 0;
      phrase.words.push_back(std::move(part));
    }
    if (phrase.head >= phrase.words.size()) return {};
    phrase.kind = resolutions_[index].kind;
    phrase.called_by_surname = resolutions_[index].actor.find(' ') == std::string::npos;
    if (mention.name_type == NameType::Gpe || mention.name_type == NameType::Loc) {
      phrase.capital = capital_use(tree, mention.head);
    }
    return code_phrase(phrase, context_);
  }

  ActorCoding settle(std::uint32_t index, const PhraseCode& own, const PhraseCode& entity) const {
    if (own.fixed) return {own.text(), {}};
    const MentionType type = mentions_[index].type;
    PhraseCode code = own;
    std::string reason;
    const ActorKind kind = resolutions_[index].kind;
    const bool place = kind == ActorKind::Country || kind == ActorKind::Place ||
                       kind == ActorKind::Facility || kind == ActorKind::Event || kind == ActorKind::Thing;
    if (rank(entity) > rank(own) && (type == MentionType::Pronoun || !place || own.empty())) {
      const bool adds_role =
          own.base.empty() && !own.role.empty() && entity.role.empty() && entity.base.size() == 3;
      code = entity;
      if (adds_role) code.role = own.role;
      if (code.fixed || !code.base.empty()) reason.clear();
    }
    if (main_country_.empty() || code.role.empty() || !is_domestic(code.role)) return {code.text(), reason};
    if (code.base.empty()) return {main_country_ + code.role, "code: the country of the document"};
    // "Hutu rebels": of a country too
    if (code.base.size() == 3 && is_people(code.base)) {
      return {main_country_ + code.role + code.base, "code: the country of the document"};
    }
    return {code.text(), reason};
  }

  static bool is_domestic(std::string_view role) {
    return among(role, {"GOV", "MIL", "COP", "JUD", "LEG", "OPP", "REB", "SPY", "UAF", "PTY", "ELI", "SEP",
                        "LAB", "AGR", "CRM"});
  }

  // A people or a faith without a country of its own.
  static bool is_people(std::string_view base) {
    return among(base, {"BAH", "BER", "BUD", "CHR", "DRZ", "FUL", "HIN", "HUT", "JEW", "KUR", "MOS", "ROM",
                        "SIK", "TUA", "TUT"});
  }

  const std::vector<DependencyTree>& trees_;
  const std::vector<Mention>& mentions_;
  const std::vector<Resolution>& resolutions_;
  std::string main_country_;
  ActorContext context_;
  bool american_georgia_;
};

}  // namespace

std::string find_main_country(const Document& doc, const World& world) {
  std::string_view place = doc.article.place;
  while (!place.empty()) {
    const std::size_t comma = std::min(place.find(','), place.size());
    std::string_view part = place.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    // Datelines are in capitals, which make no acronym.
    if (const auto country = world.find_country_of(part); !country.empty()) return std::string(country);
    place.remove_prefix(std::min(comma + 1, place.size()));
  }
  std::map<std::string_view, std::uint32_t> counts;
  for (const Sentence& sent : doc.sentences) {
    for (const Name& name : sent.names) {
      if (name.type == NameType::Person || name.type == NameType::Misc) continue;
      const std::string_view country = world.find_country_of(join_forms(sent, name.tokens));
      if (!country.empty()) ++counts[country];
    }
  }
  std::string main;
  std::uint32_t most = 0;
  std::uint32_t second = 0;
  for (const auto& [country, count] : counts) {
    if (count > most) {
      second = most;
      most = count;
      main = country;
    } else {
      second = std::max(second, count);
    }
  }
  return most > 1 && most >= 2 * second ? main : std::string();
}

std::vector<ActorCoding> code_actors(const Document& doc, const std::vector<DependencyTree>& trees,
                                     const std::vector<Mention>& mentions,
                                     const std::vector<Resolution>& resolutions, const World& world,
                                     const ActorDictionary& dictionary) {
  return Coder(doc, trees, mentions, resolutions, world, dictionary).code();
}

}  // namespace actorgraph
