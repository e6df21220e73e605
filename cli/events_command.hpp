// actorgraph events: what happened, each event once with all its reports.
#pragma once

#include <cstdint>
#include <string>

#include "cli/command.hpp"
#include "cli/limit_option.hpp"

namespace actorgraph {

class EventsCommand : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "events"; }
  [[nodiscard]] std::string summary() const override { return "List what happened, each event once"; }
  void setup(CLI::App& app) override;
  int run(Console& console) override;

 private:
  std::string store_;
  std::string actor_;
  std::string type_;
  std::string since_;
  std::string until_;
  std::string data_;
  std::string format_;
  LimitOption limit_;
  std::uint32_t min_sources_ = 1;
  bool all_ = false;
};

}  // namespace actorgraph
