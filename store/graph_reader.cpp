#include "store/graph_reader.hpp"

#include "store/graph_statements.hpp"

namespace actorgraph {

GraphReader::GraphReader(const Store& store) : statements_(std::make_unique<Statements>(*store.file_)) {}
GraphReader::~GraphReader() = default;
GraphReader::GraphReader(GraphReader&&) noexcept = default;
GraphReader& GraphReader::operator=(GraphReader&&) noexcept = default;

GraphCounts GraphReader::counts() const {
  Statements& s = *statements_;
  return s.run([&] {
    GraphCounts counts;
    counts.actors = s.count("actor");
    counts.edges = s.count("edge");
    counts.events = s.count("event");
    RowCursor& select = s.cursor("SELECT count(*) FROM edge WHERE negated = 0 AND modality = 0");
    select.start().next();
    counts.asserted_edges = static_cast<std::uint64_t>(select.number(0));
    select.reset();
    RowCursor& copies = s.cursor("SELECT count(source_group) FROM report");
    copies.start().next();
    counts.reprints = static_cast<std::uint64_t>(copies.number(0));
    copies.reset();
    return counts;
  });
}

std::size_t GraphReader::actor_count() const {
  return statements_->run([&] { return std::size_t{statements_->count("actor")}; });
}

}  // namespace actorgraph
