// actorgraph explain: why an actor is one node, or an event one event.
#pragma once

#include <string>

#include "cli/command.hpp"
#include "store/store.hpp"

namespace actorgraph {

class ExplainCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "explain"; }
  [[nodiscard]] std::string summary() const override {
    return "Say why names are one actor, or claims one event";
  }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  void explain_event(const Store& store, Console& console) const;

  std::string store_;
  std::string actor_;
  std::string format_;
  std::string data_;
};

}  // namespace actorgraph
