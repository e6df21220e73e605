// What a GraphWriter works with: its statements and the numbers of what it refers to. Used by it alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/graph_writer.hpp"
#include "store/store_file.hpp"

namespace actorgraph {

struct NumberedClaim {
  ClaimId id;
  std::int64_t number = 0;
};

struct GraphWriter::Statements {
  Statements(Store::File& opened, std::vector<ActorId> ids, GraphTarget where);

  void make_temporary_tables();
  void load_claims();
  void prepare();
  [[nodiscard]] std::uint32_t number_of(ActorId id) const;
  [[nodiscard]] std::optional<std::uint32_t> find_number_of(ActorId id) const;
  [[nodiscard]] std::uint64_t number_of(ClaimId id) const;
  [[nodiscard]] std::optional<std::uint64_t> number_of(DocumentId id) const;
  [[nodiscard]] std::uint64_t term(const std::string& text);

  Store::File& file;
  GraphTarget target;
  std::vector<ActorId> actors;
  std::vector<NumberedClaim> claims;  // by id
  std::vector<std::pair<DocumentId, std::uint64_t>> documents;
  std::unordered_map<std::string, std::uint64_t> terms;
  std::uint64_t events = 0;
  std::uint64_t refusals = 0;
  std::uint64_t names = 0;
  std::uint64_t first_edge = 0;
  std::optional<SQLite::Statement> actor;
  std::optional<SQLite::Statement> name;
  std::optional<SQLite::Statement> link;
  std::optional<SQLite::Statement> refusal;
  std::optional<SQLite::Statement> actor_claim;
  std::optional<SQLite::Statement> edge;
  std::optional<SQLite::Statement> edge_claim;
  std::optional<SQLite::Statement> report;
  std::optional<SQLite::Statement> event;
  std::optional<SQLite::Statement> party;
  std::optional<SQLite::Statement> stranger;
  std::optional<SQLite::Statement> counted;
  std::optional<SQLite::Statement> event_claim;
};

}  // namespace actorgraph
