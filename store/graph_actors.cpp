// What GraphReader answers of actors.
#include <algorithm>

#include "records/error.hpp"
#include "store/full_text.hpp"
#include "store/graph_statements.hpp"

namespace actorgraph {
namespace {

NameRow read_name(const RowCursor& row) {
  return {row.count(0), row.string(1), row.string(2)};
}

ActorLink read_link(const RowCursor& row) {
  return {
      row.id<ActorId>(0), row.string(1), row.id<ActorId>(2), row.string(3), row.label(4, LinkReason::Surname),
      row.string(5),      row.real(6)};
}

constexpr const char* kSelectLinks =
    "SELECT l.id, l.name, a.id, l.into_name, l.reason, l.detail, l.strength"
    " FROM actor_link l JOIN actor a ON a.number = l.actor ";

constexpr const char* kClaimsOfActor =
    "(SELECT v.claim FROM edge e JOIN edge_claim v ON v.edge = e.number WHERE e.target = ?1 UNION"
    " SELECT v.claim FROM edge e JOIN edge_claim v ON v.edge = e.number WHERE e.number >="
    " (SELECT first_edge FROM actor WHERE number = ?1) AND e.number <"
    " (SELECT first_edge + out_edges FROM actor WHERE number = ?1) UNION"
    " SELECT claim FROM actor_claim WHERE actor = ?1)";

}  // namespace

std::optional<ActorRow> GraphReader::find_actor(ActorId id) const {
  const std::optional<ActorNumber> number = statements_->run([&] { return statements_->node_of(id); });
  return number ? std::optional(actor(*number)) : std::nullopt;
}

std::vector<ActorRow> GraphReader::find_actors(std::string_view key) const {
  return statements_->actors(
      "WHERE a.number IN (SELECT actor FROM actor_name WHERE key = ?) ORDER BY a.number", key);
}

std::vector<ActorRow> GraphReader::find_actors(ActorId first, ActorId last, std::size_t limit) const {
  const std::uint32_t begin =
      statements_->run([&] { return statements_->lower_bound("actor", first.value); });
  std::vector<ActorRow> found =
      statements_->actors("WHERE a.number >= ? ORDER BY a.number LIMIT ?", begin, std::uint64_t{limit});
  std::erase_if(found, [&](const ActorRow& actor) { return actor.id > last; });
  return found;
}

ActorRow GraphReader::actor(ActorNumber number) const {
  std::vector<ActorRow> found = statements_->actors("WHERE a.number = ?", number);
  if (found.empty()) {
    statements_->run([&]() -> int { throw FormatError("actor " + std::to_string(number) + " is missing"); });
  }
  return std::move(found.front());
}

std::vector<std::string> GraphReader::aliases(ActorNumber number) const {
  Statements& s = *statements_;
  return s.run([&] {
    std::vector<std::string> names;
    RowCursor& select =
        s.cursor("SELECT name FROM actor_name WHERE actor = ? ORDER BY number LIMIT -1 OFFSET 1");
    select.start(number);
    while (select.next()) names.push_back(select.string(0));
    return names;
  });
}

std::vector<NameRow> GraphReader::find_names(std::string_view key_prefix, std::size_t limit) const {
  Statements& s = *statements_;
  return s.run([&] {
    std::vector<NameRow> names;
    RowCursor& select =
        s.cursor("SELECT actor, name, key FROM actor_name WHERE key >= ? ORDER BY key, number LIMIT ?");
    select.start(key_prefix, std::uint64_t{limit});
    while (select.next()) {
      if (!select.text(2).starts_with(key_prefix)) break;
      names.push_back(read_name(select));
    }
    select.reset();
    return names;
  });
}

std::vector<NameRow> GraphReader::search_names(const std::string& words, std::size_t limit) const {
  Statements& s = *statements_;
  const std::string match = to_match(words, MatchWords::Beginnings);
  if (match.empty()) return {};
  return s.run([&] {
    std::vector<NameRow> names;
    RowCursor& select = s.cursor(
        "SELECT n.actor, n.name, n.key FROM name_search f JOIN actor_name n ON n.number = f.rowid"
        " JOIN actor a ON a.number = n.actor WHERE name_search MATCH ?"
        " ORDER BY a.mentions DESC, n.number LIMIT ?");
    select.start(std::string_view(match), std::uint64_t{limit});
    while (select.next()) names.push_back(read_name(select));
    return names;
  });
}

void GraphReader::for_each_name(const std::function<void(const NameRow&)>& visit) const {
  statements_->run([&] {
    RowCursor select(statements_->db, "SELECT actor, name, key FROM actor_name ORDER BY number");
    while (select.next()) visit(read_name(select));
    return 0;
  });
}

void GraphReader::for_each_actor(const std::function<void(const ActorRow&)>& visit) const {
  statements_->run([&] {
    RowCursor select(statements_->db, std::string(kSelectActors) + "ORDER BY a.number");
    while (select.next()) visit(Statements::read_actor(select));
    return 0;
  });
}

std::vector<ActorRow> GraphReader::parts_of(ActorNumber whole) const {
  return statements_->actors("WHERE a.whole = ? ORDER BY a.number", whole);
}

std::vector<ActorLink> GraphReader::links_into(ActorNumber node) const {
  Statements& s = *statements_;
  return s.run([&] {
    std::vector<ActorLink> links;
    RowCursor& select = s.cursor(std::string(kSelectLinks) + "WHERE l.actor = ?");
    select.start(node);
    while (select.next()) links.push_back(read_link(select));
    std::ranges::sort(links, {}, &ActorLink::from);
    return links;
  });
}

std::vector<ActorLink> GraphReader::links() const {
  return statements_->run([&] {
    std::vector<ActorLink> links;
    RowCursor select(statements_->db, kSelectLinks);
    while (select.next()) links.push_back(read_link(select));
    std::ranges::sort(links, {}, [](const ActorLink& link) { return std::pair(link.into, link.from); });
    return links;
  });
}

std::vector<RefusedLink> GraphReader::refusals() const {
  return statements_->run([&] {
    std::vector<RefusedLink> links;
    RowCursor select(
        statements_->db,
        "SELECT a.id, f.one_name, b.id, f.other_name, f.reason, f.obstacle FROM actor_refusal f"
        " JOIN actor a ON a.number = f.one JOIN actor b ON b.number = f.other ORDER BY f.number");
    while (select.next()) {
      links.push_back({select.id<ActorId>(0), select.string(1), select.id<ActorId>(2), select.string(3),
                       select.label(4, LinkReason::Surname), select.string(5)});
    }
    return links;
  });
}

std::vector<ClaimId> GraphReader::claims_of_actor(ActorNumber number) const {
  Statements& s = *statements_;
  return s.run([&] {
    std::vector<ClaimId> claims;
    RowCursor& select = s.cursor(std::string("SELECT c.id FROM claim c WHERE c.number IN ") + kClaimsOfActor +
                                 " ORDER BY c.number");
    select.start(number);
    while (select.next()) claims.push_back(select.id<ClaimId>(0));
    return claims;
  });
}

std::vector<DocumentId> GraphReader::documents_of_actor(ActorNumber number) const {
  Statements& s = *statements_;
  return s.run([&] {
    std::vector<DocumentId> documents;
    RowCursor& select = s.cursor(std::string("SELECT id FROM document WHERE number IN (SELECT s.document"
                                             " FROM claim c JOIN sentence s ON s.number = c.sentence"
                                             " WHERE c.number IN ") +
                                 kClaimsOfActor + ") ORDER BY number");
    select.start(number);
    while (select.next()) documents.push_back(select.id<DocumentId>(0));
    return documents;
  });
}

}  // namespace actorgraph
