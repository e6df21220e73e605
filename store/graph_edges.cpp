// What GraphReader answers of edges.
#include <algorithm>

#include "records/error.hpp"
#include "store/graph_statements.hpp"

namespace actorgraph {
namespace {

constexpr std::uint64_t kSignBit = 1ULL << 63U;

EdgeEnds read_ends(const RowCursor& row) {
  return {row.count(0), row.count(1), row.count(2), row.count(3), row.number(4) == 0 && row.number(5) == 0};
}

// Of a claim: when, where, by whom.
constexpr const char* kSelectEdgeClaims =
    "SELECT v.edge, c.id, d.id, v.first, v.last, v.precision, d.source, p.name, p.region, p.country,"
    " CASE WHEN c.speaker_begin IS NOT NULL THEN coalesce(c.speaker_actor, c.speaker_text,"
    "  CAST(substr(CAST(d.text AS BLOB), c.speaker_begin + 1, c.speaker_end - c.speaker_begin) AS TEXT)) END,"
    " c.speaker_id, coalesce(g.id, d.id), o.plover, c.confidence"
    " FROM edge_claim v JOIN claim c ON c.number = v.claim JOIN sentence s ON s.number = c.sentence"
    " JOIN document d ON d.number = s.document LEFT JOIN place p ON p.number = c.place"
    " LEFT JOIN code o ON o.number = c.code LEFT JOIN report r ON r.document = d.number"
    " LEFT JOIN document g ON g.number = r.source_group ";

/// In: `Nodes` finds the node of an id.
template <class Nodes>
EdgeClaim read_claim(const RowCursor& row, Nodes& nodes) {
  EdgeClaim claim;
  claim.edge = row.count(0);
  claim.claim = row.id<ClaimId>(1);
  claim.document = row.id<DocumentId>(2);
  claim.time = {row.day(3), row.day(4), row.label(5, Precision::Unknown)};
  claim.source = row.string(6);
  claim.place = row.string(7);
  claim.region = row.string(8);
  claim.country = row.string(9);
  claim.speaker = row.string(10);
  claim.speaker_actor = nodes.node_of(row.id<ActorId>(11));
  claim.source_group = row.id<DocumentId>(12);
  claim.event = row.string(13);
  claim.confidence = row.real(14);
  return claim;
}

}  // namespace

std::vector<EdgeRow> GraphReader::edges_out(ActorNumber source) const {
  return statements_->edges(
      "WHERE e.number >= (SELECT first_edge FROM actor WHERE number = ?1) AND e.number <"
      " (SELECT first_edge + out_edges FROM actor WHERE number = ?1) ORDER BY e.number",
      source);
}

std::vector<EdgeRow> GraphReader::edges_in(ActorNumber target) const {
  return statements_->edges("WHERE e.target = ? ORDER BY e.number", target);
}

std::vector<EdgeRow> GraphReader::edges_between(ActorNumber source, ActorNumber target) const {
  // Those of a source stand together: with those of the target their numbers meet in the index.
  return statements_->edges(
      "WHERE e.target = ?2 AND e.number >= (SELECT first_edge FROM actor WHERE number = ?1) AND e.number <"
      " (SELECT first_edge + out_edges FROM actor WHERE number = ?1) ORDER BY e.number",
      source, target);
}

std::vector<EdgeRow> GraphReader::edges_of_relation(std::string_view lemma) const {
  return statements_->edges("WHERE e.relation = (SELECT number FROM term WHERE text = ?) ORDER BY e.number",
                            lemma);
}

std::vector<EdgeRow> GraphReader::edges_of_type(std::string_view plover) const {
  return statements_->edges("WHERE e.type = (SELECT number FROM term WHERE text = ?) ORDER BY e.number",
                            plover);
}

std::vector<EdgeRow> GraphReader::find_edges(EdgeId first, EdgeId last, std::size_t limit) const {
  const std::string condition = "WHERE e.id BETWEEN ? AND ? ORDER BY e.number LIMIT ?";
  if (first.value < kSignBit && last.value >= kSignBit) {
    // Signed order differs from that of the ids: two ranges.
    std::vector<EdgeRow> found =
        statements_->edges(condition, first.value, kSignBit - 1, std::uint64_t{limit});
    const std::vector<EdgeRow> rest =
        statements_->edges(condition, kSignBit, last.value, std::uint64_t{limit - found.size()});
    found.insert(found.end(), rest.begin(), rest.end());
    std::ranges::sort(found, {}, &EdgeRow::number);
    return found;
  }
  return statements_->edges(condition, first.value, last.value, std::uint64_t{limit});
}

EdgeRow GraphReader::edge(EdgeNumber number) const {
  std::vector<EdgeRow> found = statements_->edges("WHERE e.number = ?", number);
  if (found.empty()) {
    statements_->run([&]() -> int { throw FormatError("edge " + std::to_string(number) + " is missing"); });
  }
  return std::move(found.front());
}

std::vector<std::string> GraphReader::terms_of(const char* column) const {
  return statements_->run([&] {
    std::vector<std::string> texts;
    RowCursor select(statements_->db, std::string("SELECT text FROM term t WHERE EXISTS (SELECT 1 FROM edge"
                                                  " WHERE ") +
                                          column + " = t.number) ORDER BY text");
    while (select.next()) texts.push_back(select.string(0));
    return texts;
  });
}

std::vector<std::string> GraphReader::relations() const {
  return terms_of("relation");
}

std::vector<std::string> GraphReader::types() const {
  return terms_of("type");
}

void GraphReader::for_each_edge(const std::function<void(const EdgeRow&)>& visit) const {
  statements_->run([&] {
    RowCursor select(statements_->db, std::string(kSelectEdges) + "ORDER BY e.number");
    while (select.next()) visit(statements_->read_edge(select));
    return 0;
  });
}

std::vector<EdgeEnds> GraphReader::edge_ends() const {
  return statements_->run([&] {
    std::vector<EdgeEnds> ends;
    ends.reserve(statements_->count("edge"));
    RowCursor select(statements_->db,
                     "SELECT source, target, claims, documents, negated, modality FROM edge ORDER BY number");
    while (select.next()) {
      ends.push_back(read_ends(select));
    }
    return ends;
  });
}

std::vector<EdgeEnds> GraphReader::ends_at(ActorNumber actor) const {
  Statements& s = *statements_;
  return s.run([&] {
    std::vector<EdgeEnds> ends;
    RowCursor& select = s.cursor(
        "SELECT source, target, claims, documents, negated, modality FROM edge WHERE number IN"
        " (SELECT number FROM edge WHERE target = ?1 UNION SELECT number FROM edge WHERE number >="
        "  (SELECT first_edge FROM actor WHERE number = ?1) AND number <"
        "  (SELECT first_edge + out_edges FROM actor WHERE number = ?1)) ORDER BY number");
    select.start(actor);
    while (select.next()) ends.push_back(read_ends(select));
    return ends;
  });
}

std::vector<EdgeClaim> GraphReader::claims_of_edge(EdgeNumber number) const {
  Statements& s = *statements_;
  return s.run([&] {
    std::vector<EdgeClaim> claims;
    RowCursor& row = s.cursor(std::string(kSelectEdgeClaims) + "WHERE v.edge = ?");
    row.start(number);
    while (row.next()) claims.push_back(read_claim(row, s));
    std::ranges::sort(claims, {}, &EdgeClaim::claim);
    return claims;
  });
}

std::vector<EdgeClaim> GraphReader::find_edge_claims(std::span<const ClaimId> claims) const {
  Statements& s = *statements_;
  return s.run([&] {
    if (s.edge_of_claim.empty()) {
      RowCursor select(s.db, "SELECT claim, edge FROM edge_claim");
      while (select.next()) {
        const auto claim = static_cast<std::size_t>(select.number(0));
        if (claim >= s.edge_of_claim.size()) s.edge_of_claim.resize(std::max(claim + 1, claim * 2));
        s.edge_of_claim[claim] = select.count(1);
      }
    }
    std::vector<EdgeClaim> found;
    RowCursor& number = s.cursor("SELECT number FROM claim WHERE id = ?");
    RowCursor& row = s.cursor(std::string(kSelectEdgeClaims) + "WHERE v.edge = ? AND v.claim = ?");
    for (const ClaimId claim : claims) {
      if (!number.start(claim.value).next()) continue;
      const auto at = static_cast<std::size_t>(number.number(0));
      if (at >= s.edge_of_claim.size()) continue;
      row.start(s.edge_of_claim[at], number.number(0));
      if (row.next()) found.push_back(read_claim(row, s));
    }
    number.reset();
    row.reset();
    return found;
  });
}

void GraphReader::for_each_edge_claim(
    const std::function<void(EdgeNumber edge, ClaimId claim, const DateInterval& time)>& visit) const {
  statements_->run([&] {
    // All ids by number first: one pass through the claims in place of a look-up each.
    std::vector<ClaimId> ids;
    RowCursor claims(statements_->db, "SELECT number, id FROM claim INDEXED BY sqlite_autoindex_claim_1");
    while (claims.next()) {
      const auto number = static_cast<std::size_t>(claims.number(0));
      if (number >= ids.size()) ids.resize(std::max(number + 1, ids.size() * 2));
      ids[number] = claims.id<ClaimId>(1);
    }
    RowCursor select(statements_->db,
                     "SELECT edge, claim, first, last, precision FROM edge_claim ORDER BY edge, claim");
    std::vector<std::pair<ClaimId, DateInterval>> of_edge;
    EdgeNumber edge = 0;
    const auto hand_over = [&] {
      if (of_edge.size() > 1) std::ranges::sort(of_edge, {}, &std::pair<ClaimId, DateInterval>::first);
      for (const auto& [claim, time] : of_edge) visit(edge, claim, time);
      of_edge.clear();
    };
    while (select.next()) {
      if (select.count(0) != edge) hand_over();
      edge = select.count(0);
      const auto number = static_cast<std::size_t>(select.number(1));
      if (number >= ids.size()) throw FormatError("the claim " + std::to_string(number) + " is missing");
      of_edge.emplace_back(ids[number],
                           DateInterval{select.day(2), select.day(3), select.label(4, Precision::Unknown)});
    }
    hand_over();
    return 0;
  });
}

}  // namespace actorgraph
