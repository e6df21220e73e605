#include "language/training/name_pool.hpp"

#include <algorithm>

#include "language/training/name_lists.hpp"

namespace actorgraph {
namespace {

bool is_capitalised(const std::string& word) {
  return (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3U;
}

template <class T>
const T& pick(const std::vector<T>& items, std::mt19937_64& random) {
  return items[random() % items.size()];
}

/// The type that a name whose first word may have `tags` is replaced as; nothing where the corpus does not
/// say.
std::optional<NameType> type_of(NameTags tags) {
  const auto allows = [&](NameType type) { return ((tags >> begin_tag(type)) & 1U) != 0; };
  if (tags == kAnyNameTag || (tags & 1U) != 0) return {};
  if (allows(NameType::Norp) && allows(NameType::Misc)) return {};  // a corpus without finer types
  for (const NameType type : {NameType::Person, NameType::Org, NameType::Gpe, NameType::Loc, NameType::Fac,
                              NameType::Norp, NameType::Event, NameType::Misc}) {
    if (allows(type)) return type;
  }
  return {};
}

}  // namespace

void NamePool::List::add(const std::string& name) {
  std::vector<std::string> words;
  for (const std::string_view word : words_of_name(name)) words.emplace_back(word);
  if (words.empty() || words.size() > kMostWords) return;
  const bool capitals = std::all_of(words.begin(), words.end(), is_capitalised);
  (capitals ? capitalised : other)[words.size()].push_back(std::move(words));
}

NamePool NamePool::load(const std::string& data_dir) {
  NamePool pool;
  for_each_listed_name(data_dir, [&](const ListedName& listed) {
    if (List* list = pool.list_of(listed)) list->add(std::string(listed.name));
  });
  return pool;
}

NamePool::List* NamePool::list_of(const ListedName& listed) {
  if (listed.name_class == GazetteerClass::GivenName) return &given_;
  if (listed.name_class == GazetteerClass::Surname) return &family_;
  return listed.type ? &lists_[static_cast<std::size_t>(*listed.type)] : nullptr;
}

std::vector<std::string> NamePool::draw(NameType type, std::size_t words, bool capitals,
                                        std::mt19937_64& random) const {
  const auto from = [&](const List& list) -> std::vector<std::string> {
    if (words > kMostWords) return {};
    const Names& names = list.capitalised[words];
    const Names& more = list.other[words];
    const std::size_t count = names.size() + (capitals ? 0 : more.size());
    if (count == 0) return {};
    const std::size_t at = random() % count;
    return at < names.size() ? names[at] : more[at - names.size()];
  };
  const auto personal = [&] {
    // Given names before one family name; alone, three of four are family names.
    std::vector<std::string> name;
    if (given_.capitalised[1].empty() || family_.capitalised[1].empty()) return name;
    for (std::size_t i = 1; i < words; ++i) name.push_back(pick(given_.capitalised[1], random)[0]);
    const bool is_family = words > 1 || random() % 4 != 0;
    name.push_back(pick((is_family ? family_ : given_).capitalised[1], random)[0]);
    return name;
  };
  if (type != NameType::Person) return from(lists_[static_cast<std::size_t>(type)]);
  return words <= 3 ? personal() : std::vector<std::string>();
}

std::optional<TrainingSentence> with_other_names(const TrainingSentence& sentence, const NamePool& pool,
                                                 std::mt19937_64& random) {
  const bool has_tree = !sentence.heads.empty();
  std::optional<TrainingSentence> out;
  for (std::size_t begin = 0; begin < sentence.names.size();) {
    const std::optional<NameType> type = type_of(sentence.names[begin]);
    std::size_t end = begin + 1;
    const NameTags inside = type ? 1U << inside_tag(*type) : 0;
    while (end < sentence.size() && (sentence.names[end] & inside) != 0 && (sentence.names[end] & 1U) == 0)
      ++end;
    const auto is_proper = [&](std::size_t i) {
      return sentence.upos[i] == static_cast<std::uint16_t>(Upos::Propn);
    };
    bool all_proper = true;
    for (std::size_t i = begin; i < end; ++i) all_proper = all_proper && is_proper(i);
    if (type && (!has_tree || all_proper)) {
      const std::vector<std::string> name = pool.draw(*type, end - begin, has_tree, random);
      if (!name.empty()) {
        if (!out) out = sentence;
        std::copy(name.begin(), name.end(), out->forms.begin() + static_cast<std::ptrdiff_t>(begin));
      }
    }
    begin = end;
  }
  return out;
}

}  // namespace actorgraph
