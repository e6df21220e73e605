"""Tests of check_layout.py on small trees."""
import tempfile
import unittest
from pathlib import Path

import check_layout


def make_tree(root, files):
    for name, text in files.items():
        path = Path(root) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


MODULES = {
    "records/CMakeLists.txt": "actorgraph_module(records\n  SOURCES date.cpp\n  USES)\n",
    "graph/CMakeLists.txt": "actorgraph_module(graph SOURCES merge.cpp USES records LIBRARIES Boost::graph)\n",
    "export/CMakeLists.txt": "actorgraph_module(export SOURCES json.cpp HEADERS json.hpp USES records graph)\n",
    "cli/CMakeLists.txt": "add_executable(actorgraph main.cpp)\n",
}


class CheckLayout(unittest.TestCase):
    def all_problems(self, files):
        with tempfile.TemporaryDirectory() as root:
            make_tree(root, {**MODULES, **files})
            return check_layout.check_tree(Path(root))

    def problems(self, files):
        """Those of includes and folders."""
        return [line for line in self.all_problems(files) if "lists this file" not in line]

    def test_a_folder_may_include_itself_and_what_it_uses(self):
        text = '#include "export/json.hpp"\n#include <map>\n#include "graph/merge.hpp"\n#include "records/date.hpp"\n'
        self.assertEqual(self.problems({"export/json.cpp": text}), [])

    def test_cli_may_include_all(self):
        self.assertEqual(self.problems({"cli/main.cpp": '#include "export/json.hpp"\n'}), [])

    def test_a_folder_that_is_not_in_the_list_is_refused(self):
        self.assertEqual(
            self.problems({"graph/merge.cpp": '// A comment.\n#include "export/json.hpp"\n'}),
            ['graph/merge.cpp:2: "export/json.hpp": graph may use records; see graph/CMakeLists.txt'],
        )

    def test_what_a_used_folder_uses_is_not_inherited(self):
        files = {
            "view/CMakeLists.txt": "actorgraph_module(view SOURCES page.cpp USES export)\n",
            "view/page.cpp": '#include "graph/merge.hpp"\n',
        }
        self.assertEqual(
            self.problems(files),
            ['view/page.cpp:1: "graph/merge.hpp": view may use export; see view/CMakeLists.txt'],
        )

    def test_files_in_folders_below_are_checked(self):
        problems = self.problems({"records/tables/year.hpp": '#include "graph/merge.hpp"\n'})
        self.assertEqual(
            problems,
            ['records/tables/year.hpp:1: "graph/merge.hpp": records may use nothing; see records/CMakeLists.txt'],
        )

    def test_an_include_names_its_file_from_the_root(self):
        text = '#include "../records/date.hpp"\n#include "merge.hpp"\n'
        self.assertEqual(
            self.problems({"graph/merge.cpp": text}),
            [
                'graph/merge.cpp:1: "../records/date.hpp" leaves its folder; include it from the root of the repository',
                'graph/merge.cpp:2: "merge.hpp" names no folder; write "graph/merge.hpp"',
            ],
        )

    def test_a_circle_is_refused(self):
        files = {"records/CMakeLists.txt": "actorgraph_module(records SOURCES date.cpp USES export)\n"}
        self.assertEqual(
            self.problems(files),
            ["CMakeLists.txt: folders use one another in a circle: export -> graph -> records -> export"],
        )

    def test_a_source_that_no_list_names_is_refused(self):
        files = {
            "tests/CMakeLists.txt": "add_subdirectory(graph)\n",
            "tests/graph/CMakeLists.txt": "actorgraph_test(graph SOURCES merge_test.cpp\n  USES graph)\n",
            "tests/graph/merge_test.cpp": "",
            "tests/graph/path_test.cpp": "",
            "tests/graph/fixture.hpp": "",
            "graph/merge.cpp": "",
            "graph/merge.hpp": "",
        }
        self.assertEqual(
            self.all_problems(files),
            [
                "graph/merge.hpp:1: no CMakeLists.txt lists this file",
                "tests/graph/path_test.cpp:1: no CMakeLists.txt lists this file",
            ],
        )

    def test_a_list_above_may_name_a_source_of_a_folder_below(self):
        files = {
            "export/CMakeLists.txt": "actorgraph_module(export SOURCES xml/escape.cpp USES records graph)\n",
            "export/xml/escape.cpp": "",
        }
        self.assertEqual(self.all_problems(files), [])


if __name__ == "__main__":
    unittest.main()
