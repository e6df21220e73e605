#include "graph/actor_merger.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/actor_profiles.hpp"
#include "graph/name_spelling.hpp"
#include "graph/short_names.hpp"
#include "graph/wholes.hpp"

namespace actorgraph {
namespace {

using Entry = std::pair<std::string, std::uint32_t>;  // key, profile

/// Calls `act` with each run of profiles of one key, in order of keys. Cost: O(n log n).
template <class Act>
void for_each_block(std::vector<Entry>& entries, Act act) {
  std::ranges::sort(entries);
  std::vector<std::uint32_t> block;
  for (std::size_t i = 0; i < entries.size();) {
    block.clear();
    const std::size_t first = i;
    for (; i < entries.size() && entries[i].first == entries[first].first; ++i)
      block.push_back(entries[i].second);
    if (block.size() > 1) act(std::as_const(block));
  }
}

bool is_name(const ActorProfile& profile) {
  return profile.key.form == NameForm::Name || profile.key.form == NameForm::Land ||
         profile.key.form == NameForm::Company;
}

/// One name under several forms: a place with and without its country, a company or a body.
class SameNames {
 public:
  SameNames(const std::vector<ActorProfile>& profiles, ActorClasses& classes)
      : profiles_(profiles), classes_(classes) {}

  void join(const std::vector<std::uint32_t>& block) {
    std::vector<std::uint32_t> lands;
    std::vector<std::uint32_t> bare_lands;
    std::vector<std::uint32_t> companies;
    std::vector<std::uint32_t> names;
    for (const std::uint32_t i : block) {
      const ActorKey& key = profiles_[i].key;
      if (key.form == NameForm::Land) (key.country.empty() ? bare_lands : lands).push_back(i);
      if (key.form == NameForm::Company) companies.push_back(i);
      if (key.form == NameForm::Name) names.push_back(i);
    }
    for (std::size_t i = 1; i < lands.size(); ++i) refuse(lands[0], lands[i]);
    if (lands.size() == 1) join_all(lands[0], bare_lands, "a place of which some documents tell the country");
    if (lands.empty()) std::swap(lands, bare_lands);
    for (const std::uint32_t land : lands) {
      for (const std::uint32_t company : companies) refuse(land, company);
    }
    // Where a name is a place's and a company's, the name alone tells neither.
    if (lands.size() + companies.size() > 1) return;
    if (lands.size() == 1) join_all(lands[0], names, "a place's name");
    if (companies.size() == 1) join_all(companies[0], names, "a company's name");
  }

 private:
  void join_all(std::uint32_t one, const std::vector<std::uint32_t>& others, const char* detail) {
    for (const std::uint32_t other : others) classes_.join(one, other, {LinkReason::SameName, detail, 0.99});
  }
  void refuse(std::uint32_t a, std::uint32_t b) {
    std::string why = classes_.obstacle(a, b);
    if (!why.empty()) classes_.refuse(a, b, LinkReason::SameName, std::move(why));
  }

  const std::vector<ActorProfile>& profiles_;
  ActorClasses& classes_;
};

void join_same_names(const ActorTable& table, ActorClasses& classes) {
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < table.profiles.size(); ++i) {
    if (is_name(table.profiles[i])) entries.emplace_back(table.profiles[i].key.key, i);
  }
  SameNames same(table.profiles, classes);
  for_each_block(entries, [&](const std::vector<std::uint32_t>& block) { same.join(block); });
}

/// The document that another copies.
using Originals = std::unordered_map<DocumentId, DocumentId>;

/// "Gunmen" of a report and of its reprint.
void join_copies(const ActorTable& table, Originals originals, ActorClasses& classes) {
  std::vector<DocumentId> copied;
  for (const auto& [copy, original] : originals) copied.push_back(original);
  for (const DocumentId original : copied) originals.emplace(original, original);
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < table.profiles.size() && !originals.empty(); ++i) {
    const ActorProfile& profile = table.profiles[i];
    const bool of_one = profile.key.form == NameForm::Description || profile.key.form == NameForm::Surname;
    if (!of_one || profile.documents.size() != 1) continue;
    const auto original = originals.find(table.documents[profile.documents.front()]);
    if (original != originals.end())
      entries.emplace_back(to_string(original->second) + ' ' + profile.key.key, i);
  }
  for_each_block(entries, [&](const std::vector<std::uint32_t>& block) {
    for (std::size_t i = 1; i < block.size(); ++i)
      classes.join(block[0], block[i],
                   {LinkReason::SameReport, "the same words in a copy of the document", 0.97});
  });
}

/// Letters with dots and strokes as two plain ones: "Mueller" for "Müller".
std::string spell_out(std::string_view name) {
  using Pair = std::pair<std::string_view, std::string_view>;
  static constexpr auto kLetters = std::to_array<Pair>({{"\xC3\xA4", "ae"},
                                                        {"\xC3\x84", "Ae"},
                                                        {"\xC3\xB6", "oe"},
                                                        {"\xC3\x96", "Oe"},
                                                        {"\xC3\xBC", "ue"},
                                                        {"\xC3\x9C", "Ue"},
                                                        {"\xC3\xB8", "oe"},
                                                        {"\xC3\x98", "Oe"},
                                                        {"\xC3\xA5", "aa"},
                                                        {"\xC3\x85", "Aa"}});
  std::string text;
  for (std::size_t i = 0; i < name.size();) {
    const auto* at = std::ranges::find(kLetters, name.substr(i, 2), &Pair::first);
    if (at != kLetters.end()) {
      text += at->second;
      i += 2;
    } else {
      text += name[i];
      ++i;
    }
  }
  return text;
}

/// "Burkina Faso" and "Burkinafaso", "Kim Jong-un" and "Kim Jongun".
void join_same_letters(const ActorTable& table, ActorClasses& classes) {
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < table.profiles.size(); ++i) {
    if (!is_name(table.profiles[i])) continue;
    std::string letters = table.profiles[i].key.key;
    std::erase(letters, ' ');
    if (letters.size() < 6) continue;
    if (const std::string plain = spell_out(table.profiles[i].name); plain != table.profiles[i].name) {
      std::string spelt_out = normalise_name(plain);
      std::erase(spelt_out, ' ');
      entries.emplace_back(std::move(spelt_out), i);
    }
    entries.emplace_back(std::move(letters), i);
  }
  for_each_block(entries, [&](const std::vector<std::uint32_t>& block) {
    for (std::size_t i = 1; i < block.size(); ++i) {
      // One name of a place and of a person was decided before.
      if (table.profiles[block[i]].key.key == table.profiles[block[0]].key.key) continue;
      classes.join(block[0], block[i], {LinkReason::Spelling, "the same letters, divided otherwise", 0.97});
    }
  });
}

void join_word_orders(const ActorTable& table, ActorClasses& classes) {
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < table.profiles.size(); ++i) {
    const ActorProfile& profile = table.profiles[i];
    if (!profile.is_person() || profile.key.form != NameForm::Name) continue;
    std::string key = make_order_key(profile.name);
    if (!key.empty()) entries.emplace_back(std::move(key), i);
  }
  for_each_block(entries, [&](const std::vector<std::uint32_t>& block) {
    for (std::size_t i = 1; i < block.size(); ++i) {
      classes.join(block[0], block[i],
                   {LinkReason::WordOrder, "surname before or behind the given name", 0.93});
    }
  });
}

// A class of more spellings than this is not looked at further.
constexpr std::size_t kMostSpellings = 60;

void join_spellings(const ActorTable& table, ActorClasses& classes) {
  const auto& profiles = table.profiles;
  std::vector<Entry> entries;
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (!profiles[i].is_person() || profiles[i].key.form != NameForm::Name) continue;
    std::string key = make_spelling_key(profiles[i].key.key);
    if (!key.empty()) entries.emplace_back(std::move(key), i);
  }
  for_each_block(entries, [&](const std::vector<std::uint32_t>& block) {
    std::vector<std::uint32_t> order = block;
    std::ranges::sort(order, {},
                      [&](std::uint32_t i) { return std::tuple(-std::ssize(profiles[i].documents), i); });
    // All of a class agree with one another: no chain of likeness.
    std::vector<std::vector<std::uint32_t>> found;
    for (const std::uint32_t i : order) {
      const auto home = std::ranges::find_if(found, [&](const std::vector<std::uint32_t>& members) {
        return std::ranges::all_of(members, [&](std::uint32_t member) {
          return may_be_one_name(profiles[i].key.key, profiles[member].key.key);
        });
      });
      if (home == found.end()) {
        if (found.size() < kMostSpellings) found.push_back({i});
      } else if (classes.join(home->front(), i,
                              {LinkReason::Spelling, "written after another alphabet", 0.94})) {
        home->push_back(i);
      }
    }
  });
}

bool is_acronym(std::string_view text) {
  std::size_t capitals = 0;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') ++capitals;
    if ((c >= 'a' && c <= 'z') || c == ' ') return false;
  }
  return capitals >= 2 && text.size() <= 10;
}

/// Whether the letters stand in the name in this order, the first at its beginning and each at a word's or
/// after one that is.
bool stands_for(std::string_view acronym, std::string_view name) {
  const std::vector<std::string_view> words = words_of(name);
  if (words.size() < 2) return false;
  std::size_t word = 0;
  std::size_t starts = 0;
  std::size_t inside = 0;
  for (std::size_t i = 0; i < acronym.size(); ++i) {
    const char c = acronym[i];
    std::size_t next = word;
    while (next < words.size() && words[next].front() != c) ++next;
    if (i == 0 && next != 0) return false;
    if (next < words.size() && next - word <= 2) {
      ++starts;
      word = next + 1;
    } else if (word > 0 && words[word - 1].substr(1).find(c) != std::string_view::npos) {
      ++inside;
    } else {
      return false;
    }
  }
  return starts >= 2 && inside <= 2;
}

void join_acronyms(const ActorTable& table, ActorClasses& classes) {
  const auto& profiles = table.profiles;
  std::unordered_map<std::string, std::vector<std::uint32_t>> wanted;
  for (std::uint32_t i = 0; i < profiles.size(); ++i) {
    if (is_name(profiles[i]) && is_acronym(profiles[i].name)) wanted[profiles[i].key.key].push_back(i);
  }
  // Which (key, class, document) there are.
  std::vector<std::string> keys(table.texts.size());
  std::vector<char> known(table.texts.size());
  std::vector<std::tuple<std::string, std::uint32_t, std::uint32_t>> uses;
  for (const ActorTable::Row& row : table.rows) {
    if (row.text == row.name) continue;
    const std::string_view text = table.texts[row.text];
    if (!is_acronym(text)) continue;
    if (known[row.text] == 0) {
      known[row.text] = 1;
      keys[row.text] = normalise_name(text);
    }
    const std::string& key = keys[row.text];
    const ActorProfile& profile = profiles[row.actor];
    if (!profile.is_shared() || profile.is_person() || !wanted.contains(key)) continue;
    if (!stands_for(key, normalise_name(profile.name))) continue;
    uses.emplace_back(key, classes.root_of(row.actor), row.document);
  }
  std::ranges::sort(uses);
  uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
  for (std::size_t i = 0, next = 0; i < uses.size(); i = next) {
    bool agree = true;
    while (next < uses.size() && std::get<0>(uses[next]) == std::get<0>(uses[i])) {
      agree = agree && std::get<1>(uses[next]) == std::get<1>(uses[i]);
      ++next;
    }
    const auto& [key, full, document] = uses[i];
    const std::size_t count = next - i;
    for (const std::uint32_t short_form : wanted.at(key)) {
      if (!agree) {
        classes.refuse(short_form, full, LinkReason::Acronym, "documents disagree on what it stands for");
        continue;
      }
      classes.join_into(
          short_form, full,
          {LinkReason::Acronym,
           count == 1 ? "the document that explains it so means it"
                      : "all " + std::to_string(count) + " documents that explain it so mean it",
           count == 1 ? 0.85 : 0.9});
    }
  }
}

}  // namespace

ActorId ActorIdentity::node_of(ActorId id) const {
  const auto at = std::ranges::lower_bound(nodes, id, {}, &std::pair<ActorId, ActorId>::first);
  return at != nodes.end() && at->first == id ? at->second : id;
}

struct ActorMerger::Tables {
  ActorTable table;
  Originals originals;
  std::vector<ActorCorrection> corrections;
};

ActorMerger::ActorMerger() : tables_(std::make_unique<Tables>()) {}
ActorMerger::~ActorMerger() = default;
ActorMerger::ActorMerger(ActorMerger&&) noexcept = default;
ActorMerger& ActorMerger::operator=(ActorMerger&&) noexcept = default;

void ActorMerger::add_document(DocumentId document, Date published) {
  const auto [at, is_new] = tables_->table.published.try_emplace(document, published);
  if (!is_new && published < at->second) at->second = published;
}

void ActorMerger::add_copy(DocumentId document, DocumentId original) {
  tables_->originals.insert_or_assign(document, original);
}

void ActorMerger::add(const ActorMention& mention) {
  tables_->table.add(mention);
}

void ActorMerger::add(ActorMentions mentions) {
  tables_->table.take(std::move(mentions));
}

void ActorMerger::correct(std::span<const ActorCorrection> corrections) {
  tables_->corrections.insert(tables_->corrections.end(), corrections.begin(), corrections.end());
}

ActorIdentity ActorMerger::finish() && {
  ActorTable& table = tables_->table;
  table.finish();
  std::ranges::sort(tables_->corrections);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> joins;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> splits;
  for (const ActorCorrection& correction : tables_->corrections) {
    const std::pair pair{table.find(correction.one), table.find(correction.other)};
    if (pair.first == table.profiles.size() || pair.second == table.profiles.size()) continue;
    if (correction.kind == ActorCorrection::Kind::Join) joins.push_back(pair);
    if (correction.kind == ActorCorrection::Kind::Split) splits.push_back(pair);
  }
  ActorClasses classes(table.profiles, std::move(splits));
  for (const auto& [one, other] : joins) {
    classes.join_into(other, one, {LinkReason::Corrected, "correction", 1});
  }
  // In order of strength.
  join_same_names(table, classes);
  join_copies(table, tables_->originals, classes);
  join_same_letters(table, classes);
  join_spellings(table, classes);
  join_word_orders(table, classes);
  join_acronyms(table, classes);
  join_shorter_names(table, classes);
  const SharedStories stories(table, classes);
  join_nicknames(table, stories, classes);
  join_last_words(table, stories, classes);
  const OwnerIndex owners(table, classes);
  join_parts(table, owners, classes);

  ActorIdentity identity;
  identity.parts = find_wholes(table, owners, classes);
  identity.links = classes.links();
  identity.refusals = classes.refusals();
  for (const ActorLink& link : identity.links) identity.nodes.emplace_back(link.from, link.into);
  std::ranges::sort(identity.nodes);
  tables_.reset();
  return identity;
}

}  // namespace actorgraph
