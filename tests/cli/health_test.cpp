#include "cli/call.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using namespace epochscope::tests;

namespace {

namespace fs = std::filesystem;

/// Four samples of two classes over five epochs; at the last, all are predicted as the other class.
void write_run(const fs::path& run, bool goes_wrong) {
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(4,)", {0, 0, 1, 1});
    for (int epoch = 1; epoch <= 5; ++epoch) {
        const fs::path folder = run / ("epochs/epoch_" + std::to_string(epoch));
        put_npy<float>(folder / "embeddings.npy", "<f4", "(4, 2)", {0, 1, 0, 2, 5, 1, 5, 2});
        const float sign = goes_wrong && epoch == 5 ? -1.0F : 1.0F;
        put_npy<float>(folder / "predictions.npy", "<f4", "(4, 2)",
                       {sign, 0, sign, 0, 0, sign, 0, sign});
    }
    std::ofstream(run / "finished");
}

}  // namespace

TEST_CASE("health writes signals and alerts as JSON", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    write_run(run, true);
    const Outcome outcome = call({"health", run.string(), "--json"});
    CHECK(outcome.code == 3);
    const auto json = nlohmann::json::parse(outcome.out);
    CHECK(json["epochs"] == nlohmann::json({1, 2, 3, 4, 5}));
    CHECK(json["signals"]["accuracy"] == nlohmann::json({1.0, 1.0, 1.0, 1.0, 0.0}));
    CHECK(json["signals"]["flips"][0].is_null());
    CHECK(json["signals"]["flips"][4] == 1.0);
    CHECK(json["signals"]["centre_distance"][0] == 5.0);
    REQUIRE(json["alerts"].size() >= 2);
    for (const auto& alert : json["alerts"]) {
        CHECK(alert["epoch"] == 5);
        CHECK(alert.contains("signal"));
        CHECK(alert.contains("value"));
        CHECK(alert["why"].get<std::string>().size() > 10);
    }
}

TEST_CASE("health of a healthy run ends with 0, and says so", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    write_run(run, false);
    const Outcome outcome = call({"health", run.string()});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out, contains("No alerts."));
    CHECK_THAT(outcome.out, contains("effective_rank"));
}

TEST_CASE("health follows a run to its end, a line an epoch", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    write_run(run, true);
    const Outcome outcome = call({"health", run.string(), "--follow"});
    CHECK(outcome.code == 3);
    CHECK_THAT(outcome.out, contains("epoch    1"));
    CHECK_THAT(outcome.out, contains("ALERT epoch 5: the accuracy fell to 0"));
}

TEST_CASE("health takes an epoch as it is when it is whole", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    write_run(run, false);
    fs::remove(run / "finished");
    // Its logits are still to come.
    const fs::path last = run / "epochs/epoch_6";
    put_npy<float>(last / "embeddings.npy", "<f4", "(4, 2)", {0, 1, 0, 2, 5, 1, 5, 2});
    Outcome outcome;
    {
        const std::jthread follower([&] {
            outcome = call({"health", run.string(), "--follow", "--json"});
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        put_npy<float>(last / "predictions.npy", "<f4", "(4, 2)", {0, 1, 0, 1, 1, 0, 1, 0});
        std::ofstream(run / "finished");
    }
    CHECK(outcome.code == 3);
    const auto json = nlohmann::json::parse(outcome.out);
    CHECK(json["epochs"].size() == 6);
    // Also where the epoch was measured before, on a machine that was slow to write the rest.
    CHECK(json["signals"]["accuracy"][5] == 0.0);
    CHECK(json["alerts"][0]["epoch"] == 6);
}

TEST_CASE("health runs a program for each alert, without a shell", "[cli]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    write_run(run, true);
    const fs::path script = folder.path() / "on alert; false";
    std::ofstream(script) << "#!/bin/sh\necho \"$1|$2|$3\" >>'" << (folder.path() / "log").string()
                          << "'\n";
    fs::permissions(script, fs::perms::owner_all);
    CHECK(call({"health", run.string(), "--on-alert", script.string()}).code == 3);
    std::string line;
    std::ifstream log(folder.path() / "log");
    REQUIRE(std::getline(log, line));
    CHECK_THAT(line, contains("5|"));
    const Outcome missing = call({"health", run.string(), "--on-alert", "no-such-program"});
    CHECK(missing.code == 2);
    CHECK_THAT(missing.err, contains("there is no program no-such-program"));
}
