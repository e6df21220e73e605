#include "language/training/training_state.hpp"

#include <cstdio>
#include <fstream>

#include "records/error.hpp"

namespace actorgraph {

void save_state(const std::string& path, const std::vector<Parameter>& parameters, TrainingPlace place) {
  const std::string unfinished = path + ".tmp";
  std::ofstream out(unfinished, std::ios::binary);
  out.write(reinterpret_cast<const char*>(&place), sizeof place);
  for (const Parameter& p : parameters) {
    for (const Matrix* matrix : {&p.value, &p.average, &p.first_moment, &p.second_moment}) {
      out.write(reinterpret_cast<const char*>(matrix->data()),
                static_cast<std::streamsize>(matrix->size() * 4));
    }
  }
  out.close();
  if (!out || std::rename(unfinished.c_str(), path.c_str()) != 0) throw IoError(path + ": cannot be written");
}

TrainingPlace load_state(const std::string& path, std::vector<Parameter>& parameters) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError(path + ": cannot be opened for reading");
  TrainingPlace place;
  in.read(reinterpret_cast<char*>(&place), sizeof place);
  for (Parameter& p : parameters) {
    for (Matrix* matrix : {&p.value, &p.average, &p.first_moment, &p.second_moment}) {
      in.read(reinterpret_cast<char*>(matrix->data()), static_cast<std::streamsize>(matrix->size() * 4));
    }
  }
  if (!in || in.peek() != std::ifstream::traits_type::eof()) {
    throw FormatError(path + ": the state is of another network; delete it to start again");
  }
  return place;
}

}  // namespace actorgraph
