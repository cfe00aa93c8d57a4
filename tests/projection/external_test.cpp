// Programs of the user's as methods: --method external.
#include "io/npy_file.h"
#include "projection/run.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/model/error.h>
#include <epochscope/projection/project.h>

#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// A shell script in the place of a method, for a recording of two samples at two epochs.
class Script {
  public:
    explicit Script(const std::string& lines,
                    std::vector<float> positions = {0, 1, 2, 3, 4, 5, 6, 7},
                    const std::string& shape = "(2, 2, 2)") {
        put(folder_.path() / "program", "#!/bin/sh\nhere=$(dirname \"$0\")\n" + lines + "\n");
        fs::permissions(folder_.path() / "program", fs::perms::owner_all);
        put_npy(folder_.path() / "made.npy", "<f4", shape, positions);
    }
    [[nodiscard]] const fs::path& folder() const { return folder_.path(); }
    [[nodiscard]] Projection projected(const Job& job = {},
                                       const ProjectionWatch& watch = {}) const {
        ProjectOptions options;
        options.method = ExternalOptions{.command = (folder_.path() / "program").string()};
        options.neighbours = 0;
        options.folder = folder_.path();
        return project(recording_of({{0, 1, 2, 3}, {4, 5, 6, 7}}, 2), options, job, watch);
    }

  private:
    TemporaryFolder folder_;
};

const std::string leave_positions = "cp \"$here/made.npy\" \"$2/positions.npy\"";

}  // namespace

TEST_CASE("an external program places samples, and tells how far it is") {
    const Script script(
        "test -f \"$1/program\" && test -z \"$(ls -A \"$2\")\" || exit 3\n"
        "echo 0.25; echo 'fitting'; echo '50 %'\n" +
        leave_positions);
    std::vector<double> told;
    std::vector<std::string> notes;
    const Projection made =
        script.projected({.progress = [&](double share) { told.push_back(share); }, .stop = {}},
                         [&](const ProjectionStatus& status) { notes.emplace_back(status.note); });
    CHECK(made.series.positions(0)[1] == Point{2, 3});
    CHECK(made.series.positions(1)[0] == Point{4, 5});
    CHECK(made.source.at("method") == "external");
    CHECK(made.source.at("command").ends_with("/program"));
    CHECK_FALSE(made.map.has_maps());
    CHECK(notes == std::vector<std::string>{"fitting"});
    REQUIRE(told.size() >= 2);
    CHECK(told[1] == Approx(2 * told[0]));
}

TEST_CASE("a linear map that an external program leaves is used") {
    const Script script(leave_positions +
                        "\ncp \"$here/mean.npy\" \"$2/map_mean.npy\"\n"
                        "cp \"$here/axes.npy\" \"$2/map_axes.npy\"");
    put_npy<float>(script.folder() / "mean.npy", "<f4", "(1, 2)", {0, 0});
    put_npy<float>(script.folder() / "axes.npy", "<f4", "(1, 2, 2)", {1, 0, 0, 1});
    const Projection made = script.projected();
    REQUIRE(made.map.has_maps());
    CHECK(made.map.dimension() == 2);
}

TEST_CASE("an external program that fails is told of with its last lines") {
    CHECK_THROWS_WITH(Script("echo first; echo 'no module umap' >&2; exit 7").projected(),
                      contains("failed with exit code 7:\nfirst\nno module umap"));
    CHECK_THROWS_WITH(Script("exit 0").projected(), contains("left no positions.npy"));
    CHECK_THROWS_WITH(Script(leave_positions, {0, 1, 2, 3}, "(2, 2)").projected(),
                      contains("expected (epochs, samples, 2)"));
    CHECK_THROWS_WITH(Script(leave_positions, {0, 1, 2, 3}, "(1, 2, 2)").projected(),
                      contains("positions.npy has 1"));
    CHECK_THROWS_WITH(
        Script(leave_positions, {0, 1, 2, std::nanf(""), 4, 5, 6, 7}).projected(),
        "positions.npy: sample 1 of epoch 1 is not finite, expected finite positions");
    ProjectOptions options;
    options.method = ExternalOptions{.command = "no-such-program"};
    CHECK_THROWS_WITH(project(recording_of({{0, 1}}, 1), options),
                      contains("expected the path of a program"));
}

TEST_CASE("a stop ends an external program that hangs, and its children") {
    const Script script("sleep 600 & echo $! > \"$here/pid\"; wait");
    std::stop_source stop;
    std::jthread stopper([&] {
        while (!fs::exists(script.folder() / "pid"))
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stop.request_stop();
    });
    CHECK_THROWS_AS(script.projected({.progress = {}, .stop = stop.get_token()}), Cancelled);
    stopper.join();
    std::string pid;
    std::ifstream(script.folder() / "pid") >> pid;
    // Of an orphan that was killed, nothing or a zombie is left.
    const auto is_gone = [&pid] {
        std::string state;
        std::string word;
        std::ifstream status("/proc/" + pid + "/status");
        while (status >> word)
            if (word == "State:") status >> state;
        return state.empty() || state == "Z";
    };
    // The signal is sent; a busy machine may take a while to deliver it.
    for (int i = 0; i < 2000 && !is_gone(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    CHECK(is_gone());
}
