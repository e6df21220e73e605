// actorgraph query: who did what to whom.
#pragma once

#include "cli/command.hpp"
#include "cli/limit_option.hpp"
#include "graph/pattern_search.hpp"
#include "store/graph_reader.hpp"

namespace actorgraph {

class QueryCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "query"; }
  [[nodiscard]] std::string summary() const override { return "Ask who did what to whom"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  void write_edges(const PatternMatches& found, const EdgeSource& graph, const GraphReader& reader,
                   const Console& console) const;
  void write_matches(const PatternMatches& found, const EdgeSource& graph, const GraphReader& reader,
                     const Console& console) const;
  void write_next(const PatternMatches& found, const EdgeRow& first, const GraphReader& reader,
                  const Console& console) const;

  /// Whether no part is rolled up: then the edges are those of the file.
  [[nodiscard]] bool is_whole_graph() const { return level_.empty() || level_ == "part"; }

  std::string store_;
  std::string level_;
  std::string pattern_;
  std::vector<std::string> relations_;
  std::string since_;
  std::string until_;
  std::string format_;
  LimitOption limit_;
  bool all_ = false;
};

}  // namespace actorgraph
