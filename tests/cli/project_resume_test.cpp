// Learning maps that is left off: project --resume.
#include "cli/call.h"
#include "cli/two_classes.h"
#include "io/folders.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/file.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/checkpoint_file.h>
#include <epochscope/projection/project.h>

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> words(const std::string& run, const std::string& method,
                               const fs::path& out, const std::vector<std::string>& more = {}) {
    std::vector<std::string> all{"project", run,  "--method", method, "--out",    out.string(),
                                 "--batch", "50", "--passes", "3",    "--radius", "0"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// Leaves a checkpoint as a call with these words would that is stopped in the midst of it.
void leave_off(const std::string& run, const std::string& method, const fs::path& out) {
    const RecordedRun recorded = open_recording(run);
    ProjectOptions options;
    TimevisOptions timevis;
    timevis.landmark_radius = 0;
    DviOptions dvi;
    for (TrainingOptions* training : {&timevis.training, &dvi.training}) {
        training->batch_size = 50;
        training->training_epochs = 3;
    }
    options.method = method == "dvi" ? Method(dvi) : Method(timevis);
    options.checkpointing = CheckpointFile(out).beginning();
    std::stop_source stop;
    const Job job{.progress =
                      [&](double share) {
                          if (share > 0.4) stop.request_stop();
                      },
                  .stop = stop.get_token()};
    REQUIRE_THROWS_AS(project(recorded.recording, options, job), Cancelled);
}

}  // namespace

TEST_CASE("project --resume goes on to what an unbroken run makes") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    for (const std::string method : {"timevis", "dvi"}) {
        const fs::path whole = folder.path() / (method + "-whole");
        const fs::path broken = folder.path() / (method + "-broken");
        fs::path checkpoint = broken;
        checkpoint += ".checkpoint";
        REQUIRE(call(words(run, method, whole)).code == 0);
        leave_off(run, method, broken);
        REQUIRE(fs::exists(checkpoint));

        const Outcome unsaid = call(words(run, method, broken));
        CHECK(unsaid.code == 2);
        CHECK_THAT(unsaid.err, contains("go on with --resume, or remove it"));
        const Outcome other = call(words(run, method, broken, {"--resume", "--layers", "2"}));
        CHECK(other.code == 1);
        CHECK_THAT(other.err,
                   contains("was made with hidden_layers 4, expected 2 as it is asked for now"));
        CHECK(fs::exists(checkpoint));

        const Outcome outcome = call(words(run, method, broken, {"--resume", "--threads", "1"}));
        CHECK(outcome.code == 0);
        CHECK_FALSE(fs::exists(checkpoint));
        for (const auto& file : fs::recursive_directory_iterator(whole)) {
            if (!file.is_regular_file()) continue;
            const fs::path other_file = broken / fs::relative(file.path(), whole);
            INFO(other_file);
            CHECK(read_file(file.path(), 1'000'000) == read_file(other_file, 1'000'000));
        }
    }
}

TEST_CASE(
    "project --resume begins anew without a checkpoint, and is refused where there are none") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    const Outcome fresh = call(words(run, "dvi", folder.path() / "fresh", {"--resume"}));
    CHECK(fresh.code == 0);
    CHECK_THAT(fresh.err, contains("beginning at the beginning"));
    const Outcome none = call(words(run, "pca", folder.path() / "none", {"--resume"}));
    CHECK(none.code == 2);
    CHECK_THAT(none.err, contains("only timevis and dvi leave checkpoints"));
}

TEST_CASE("a checkpoint that is none is told of and left alone") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    put(folder.path() / "out.checkpoint", "something else");
    const Outcome outcome = call(words(run, "timevis", folder.path() / "out", {"--resume"}));
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, contains("out.checkpoint: is not a checkpoint of this version"));
    CHECK(fs::file_size(folder.path() / "out.checkpoint") == 14);
}

TEST_CASE("a loss that is no number is told of with where the last good one is") {
    const TemporaryFolder folder;
    const std::string run = put_run(folder.path()).string();
    // At most 1000 may be asked for, but layers multiply.
    const Outcome outcome =
        call(words(run, "timevis", folder.path() / "out", {"--rate", "1000", "--layers", "20"}));
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, contains("timevis, pass 1: the loss is no number any more"));
    CHECK_THAT(outcome.err, contains("what was learned is in"));
    CHECK(fs::exists(folder.path() / "out.checkpoint"));
    CHECK_FALSE(fs::exists(folder.path() / "out"));
}
