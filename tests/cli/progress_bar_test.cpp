#include "cli/progress_bar.h"

#include "support/catch.h"

#include <sstream>

using namespace epochscope::cli;

TEST_CASE("times are told the more coarsely the longer they are") {
    CHECK(time_text(0.2) == "0 s");
    CHECK(time_text(41.6) == "42 s");
    CHECK(time_text(119) == "119 s");
    CHECK(time_text(170) == "3 min");
    CHECK(time_text(7199) == "120 min");
    CHECK(time_text(7500) == "2 h 5 min");
}

TEST_CASE("a bar shows how far it is and what is noted, on a terminal alone") {
    std::ostringstream terminal;
    {
        ProgressBar bar(terminal, true, "working");
        bar.note(", pass 2");
        bar.show(0.25);
        CHECK(terminal.str() ==
              "\rworking [##########                              ] 25 %, pass 2"
              "\033[K");
    }
    CHECK(terminal.str().ends_with("\r\033[K"));
    std::ostringstream pipe;
    {
        ProgressBar bar(pipe, false, "working");
        bar.show(0.25);
    }
    CHECK(pipe.str().empty());
}
