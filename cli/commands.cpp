#include "cli/actor_command.hpp"
#include "cli/actors_command.hpp"
#include "cli/add_command.hpp"
#include "cli/analyse_command.hpp"
#include "cli/build_command.hpp"
#include "cli/command.hpp"
#include "cli/communities_command.hpp"
#include "cli/corrections_command.hpp"
#include "cli/diff_command.hpp"
#include "cli/doctor_command.hpp"
#include "cli/event_command.hpp"
#include "cli/events_command.hpp"
#include "cli/explain_command.hpp"
#include "cli/export_command.hpp"
#include "cli/extract_command.hpp"
#include "cli/manual_command.hpp"
#include "cli/merge_command.hpp"
#include "cli/neighbors_command.hpp"
#include "cli/path_command.hpp"
#include "cli/query_command.hpp"
#include "cli/rebuild_command.hpp"
#include "cli/remove_command.hpp"
#include "cli/search_command.hpp"
#include "cli/show_command.hpp"
#include "cli/sql_command.hpp"
#include "cli/stats_command.hpp"
#include "cli/timeline_command.hpp"
#include "cli/top_command.hpp"
#include "cli/verify_command.hpp"
#include "cli/why_command.hpp"

namespace actorgraph {

std::vector<std::unique_ptr<Command>> make_commands() {
  std::vector<std::unique_ptr<Command>> commands;
  commands.push_back(std::make_unique<BuildCommand>());
  commands.push_back(std::make_unique<AddCommand>());
  commands.push_back(std::make_unique<QueryCommand>());
  commands.push_back(std::make_unique<ShowCommand>());
  commands.push_back(std::make_unique<NeighborsCommand>());
  commands.push_back(std::make_unique<PathCommand>());
  commands.push_back(std::make_unique<WhyCommand>());
  commands.push_back(std::make_unique<EventsCommand>());
  commands.push_back(std::make_unique<TimelineCommand>());
  commands.push_back(std::make_unique<ActorsCommand>());
  commands.push_back(std::make_unique<SearchCommand>());
  commands.push_back(std::make_unique<TopCommand>());
  commands.push_back(std::make_unique<CommunitiesCommand>());
  commands.push_back(std::make_unique<ExplainCommand>());
  commands.push_back(std::make_unique<StatsCommand>());
  commands.push_back(std::make_unique<DiffCommand>());
  commands.push_back(std::make_unique<SqlCommand>());
  commands.push_back(std::make_unique<ExportCommand>());
  commands.push_back(std::make_unique<ActorCommand>());
  commands.push_back(std::make_unique<EventCommand>());
  commands.push_back(std::make_unique<CorrectionsCommand>());
  commands.push_back(std::make_unique<RemoveCommand>());
  commands.push_back(std::make_unique<MergeCommand>());
  commands.push_back(std::make_unique<RebuildCommand>());
  commands.push_back(std::make_unique<VerifyCommand>());
  commands.push_back(std::make_unique<DoctorCommand>());
  commands.push_back(std::make_unique<ExtractCommand>());
  commands.push_back(std::make_unique<AnalyseCommand>());
  commands.push_back(std::make_unique<ManualCommand>());
  return commands;
}

}  // namespace actorgraph
