#include "cli/doctor_command.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

#include "cli/data_folder.hpp"
#include "cli/graph_file.hpp"
#include "cli/graph_proof.hpp"
#include "cli/text_layout.hpp"
#include "records/error.hpp"

namespace actorgraph {
namespace {

/// Finds and remedies, one below the other.
class Diagnosis {
 public:
  Diagnosis(const Console& console, const std::string& path) : console_(console), path_(path) {}

  void fault(const std::string& what, const std::string& remedy) {
    write(Colour::Red, "wrong", what, remedy);
    ++faults_;
  }

  void note(const std::string& what, const std::string& remedy) {
    write(Colour::Yellow, "note ", what, remedy);
    ++notes_;
  }

  void faults(const std::vector<Fault>& found) {
    for (FaultKind kind : {FaultKind::Page, FaultKind::Document, FaultKind::Correction, FaultKind::List,
                           FaultKind::Search, FaultKind::Graph}) {
      std::vector<std::string> messages;
      std::set<DocumentId> documents;
      for (const Fault& one : found) {
        if (one.kind != kind) continue;
        messages.push_back(one.message);
        if (!one.document.is_none()) documents.insert(one.document);
      }
      for (std::size_t i = 0; i < messages.size(); ++i) {
        fault(messages[i], i + 1 == messages.size() ? remedy_of(kind, documents) : "");
      }
    }
  }

  [[nodiscard]] std::size_t fault_count() const { return faults_; }
  [[nodiscard]] std::size_t note_count() const { return notes_; }

 private:
  void write(Colour colour, const char* label, const std::string& what, const std::string& remedy) {
    console_.out << ' ' << console_.paint(colour, label) << "  " << make_harmless(what) << '\n';
    if (!remedy.empty()) console_.out << "        to mend it: " << make_harmless(remedy) << '\n';
  }

  [[nodiscard]] std::string command(const std::string& name) const {
    return console_.program + ' ' + name + ' ' + shell_word(path_);
  }

  [[nodiscard]] std::string remedy_of(FaultKind kind, const std::set<DocumentId>& documents) const {
    switch (kind) {
      case FaultKind::Page:
        return "restore a copy, or build the file again from the articles; what can still be read is saved "
               "by: "
               "sqlite3 " +
               shell_word(path_) + " .recover";
      case FaultKind::Document: {
        if (documents.empty()) return "restore a copy, or build the file again from the articles";
        std::string remedy = "take these articles out and read them again: " + command("remove");
        for (const DocumentId id : documents) remedy += ' ' + to_string(id);
        return remedy + ", then " + command("add") + " ARTICLES...";
      }
      case FaultKind::Correction:
        return "look through " + command("corrections") + ", take back what is wrong and say it again";
      case FaultKind::List:
      case FaultKind::Search:
        return command("rebuild");
      case FaultKind::Graph:
        return command("rebuild") + " --graph";
    }
    return {};
  }

  const Console& console_;
  const std::string& path_;
  std::size_t faults_ = 0;
  std::size_t notes_ = 0;
};

bool exists(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

/// What stands round the file, whatever is in it.
void look_around(const std::string& path, Diagnosis& diagnosis) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  if (access(path.c_str(), W_OK) != 0) {
    diagnosis.note("the file cannot be written; it can be asked, not added to",
                   "chmod u+w " + shell_word(path));
  } else if (access(folder.empty() ? "." : folder.c_str(), W_OK) != 0) {
    diagnosis.note("the folder cannot be written; the file can be asked, not added to",
                   "copy the file to a folder of your own");
  }
  for (const char* side : {"-wal", "-journal"}) {
    if (exists(path + side)) {
      diagnosis.note("a run was killed, or is writing now: " + path + side +
                         " holds a part of the file; keep the two together",
                     "nothing; the next run that writes puts it back");
    }
  }
  if (exists(path + ".part")) {
    diagnosis.note(path + ".part is what a run left that was killed",
                   "start it again, or rm " + shell_word(path + ".part"));
  }
  if (exists(path + ".issues")) {
    diagnosis.note("the last run could not read some of the input", "read " + shell_word(path + ".issues"));
  }
}

}  // namespace

void DoctorCommand::setup(CLI::App& app) {
  app.description(
      "Looks for all that can be wrong with a graph file and says how to mend it; mends nothing itself.\n"
      "The exit code is 4 where something is wrong.");
  app.add_option("GRAPH", store_, "The graph file")->required();
  app.add_option("--data", data_, "Folder of the models and lexicons")->type_name("DIR");
  app.footer(
      "Examples:\n"
      "  actorgraph doctor story.db");
}

int DoctorCommand::run(Console& console) {
  Diagnosis diagnosis(console, store_);
  try {
    const bool is_earlier = Store::is_of_earlier_version(store_);
    look_around(store_, diagnosis);
    if (is_earlier) {
      diagnosis.note("an earlier version of the program wrote the file",
                     console.program + " stats " + shell_word(store_) + " brings it up to date");
    } else {
      Store store = Store::open_read_only(store_);
      if (!store.has_current_graph()) {
        diagnosis.note("the graph is behind its articles: a run was killed before it had merged them",
                       console.program + " stats " + shell_word(store_) + " brings it up to date");
      }
      diagnosis.faults(find_faults(store, find_data_folder(data_)));
      const StoreStats stats = store.stats();
      if (stats.free_bytes > stats.file_bytes / 4) {
        diagnosis.note(count_of(stats.free_bytes, "byte") + " of " + group_digits(stats.file_bytes) +
                           " are free: new articles fill them",
                       console.program + " rebuild " + shell_word(store_) + " gives them back");
      }
    }
  } catch (const StoreError& error) {
    // The message says what to do.
    diagnosis.fault(error.what(), "");
  }
  if (diagnosis.fault_count() + diagnosis.note_count() == 0) {
    console.out << ' ' << console.paint(Colour::Green, "sound") << "  nothing is wrong with " << store_
                << '\n';
  }
  console.flush_out();
  return diagnosis.fault_count() > 0 ? kGraphFile : kDone;
}

}  // namespace actorgraph
