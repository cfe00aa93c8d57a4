// Samples placed by maps that are there: project --with.
#include "cli/call.h"
#include "cli/two_classes.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// A folder in which a run was projected, and what is projected by it.
class Projected {
  public:
    explicit Projected(const std::vector<std::string>& method)
        : run_(put_run(folder_.path()).string()), out_(path("made")) {
        std::vector<std::string> words{
            "project",  run_, "--out",        out_, "--batch",      "50", "--passes",     "2",
            "--radius", "0",  "--iterations", "20", "--map-passes", "2",  "--perplexity", "5"};
        words.insert(words.end(), method.begin(), method.end());
        const Outcome outcome = call(words);
        INFO(outcome.err);
        REQUIRE(outcome.code == 0);
    }

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_.path() / name).string();
    }
    [[nodiscard]] const fs::path& folder() const { return folder_.path(); }
    [[nodiscard]] const std::string& run() const { return run_; }
    [[nodiscard]] const std::string& out() const { return out_; }
    /// Places a recording by the folder's map.
    [[nodiscard]] Outcome place(const std::string& recording, const std::string& name) const {
        return call({"project", recording, "--with", out_, "--out", path(name)});
    }

  private:
    TemporaryFolder folder_;
    std::string run_;
    std::string out_;
};

std::vector<LearnedMap> learned_of(const fs::path& folder) {
    std::vector<LearnedMap> maps;
    const PlaneMap map = open_dataset(folder).plane_map;
    for (const LearnedMap* learned : maps_of<LearnedMap>(map)) maps.push_back(*learned);
    return maps;
}

bool same_places(const EpochSeries& a, std::size_t epoch, const EpochSeries& b,
                 std::size_t epoch_of_b) {
    return std::ranges::equal(a.positions(epoch), b.positions(epoch_of_b));
}

}  // namespace

TEST_CASE("a run is placed by its own map where the map had placed it") {
    for (const std::vector<std::string>& method :
         std::vector<std::vector<std::string>>{{"--method", "timevis"},
                                               {"--method", "dvi"},
                                               {"--method", "pca"},
                                               {"--method", "pca", "--per-epoch"}}) {
        const Projected made(method);
        const Outcome outcome = made.place(made.run(), "again");
        CHECK(outcome.code == 0);
        CHECK_THAT(outcome.err, contains("placed by the map of made, nothing was learned"));
        CHECK_THAT(outcome.err, !contains("warning"));
        const Dataset before = open_dataset(made.out());
        const Dataset after = open_dataset(made.path("again"));
        REQUIRE(after.series.epoch_count() == 2);
        CHECK(same_places(after.series, 0, before.series, 0));
        CHECK(same_places(after.series, 1, before.series, 1));
        CHECK(after.series.frame() == before.series.frame());
        CHECK(learned_of(made.path("again")) == learned_of(made.out()));
        CHECK(std::ranges::equal(after.plane_map.logits(), before.plane_map.logits()));
        const auto said = nlohmann::json::parse(std::ifstream(made.folder() / "again/info.json"));
        CHECK(said["source"]["method"] == method[1]);
        CHECK(said["source"]["placed_by"] == "made");
        // What was placed by maps has them, and can place others.
        CHECK(
            call({"project", made.run(), "--with", made.path("again"), "--out", made.path("third")})
                .code == 0);
    }
}

TEST_CASE("a map that was learned of a layout says that it is off") {
    const Projected made({"--method", "spacetime"});
    const Outcome outcome = made.place(made.run(), "again");
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("warning: spacetime lays samples out"));
}

TEST_CASE("later epochs are placed by the last map, which is said, and others by their own") {
    const Projected each({"--method", "dvi"});
    const std::string later = put_run(each.folder(), {2, 5, 6}, 4, "later").string();
    const Outcome outcome = each.place(later, "placed");
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("placed by the map of epoch \"2\", the last that made has a "
                                     "map for: 2 epochs, the first of them \"5\""));
    const Dataset before = open_dataset(each.out());
    const Dataset after = open_dataset(each.path("placed"));
    const std::vector<LearnedMap> maps = learned_of(each.path("placed"));
    REQUIRE(maps.size() == 3);
    for (const LearnedMap& map : maps) CHECK(map == learned_of(each.out())[1]);
    // The same numbers were drawn for the first of its epochs as for that of the run.
    CHECK_FALSE(same_places(after.series, 0, before.series, 0));

    const std::string earlier = put_run(each.folder(), {0, 1}, 4, "earlier").string();
    const Outcome refused = each.place(earlier, "refused");
    CHECK(refused.code == 1);
    CHECK_THAT(refused.err, contains("made: has a map for each of its 2 epochs and none for epoch "
                                     "\"0\""));

    const Projected one({"--method", "timevis"});
    const std::string any = put_run(one.folder(), {0, 1, 9}, 4, "any").string();
    const Outcome told = one.place(any, "placed");
    CHECK(told.code == 0);
    CHECK_THAT(told.err, contains("has not seen what came later: epoch \"9\""));
    CHECK(learned_of(one.path("placed")) == learned_of(one.out()));
}

TEST_CASE("without heads of its own a run is decided on by those of the maps' folder") {
    for (const std::string method : {"timevis", "pca"}) {
        const Projected made({"--method", method});
        const std::string silent = put_run(made.folder(), {2, 3}, 4, "silent", false).string();
        const Outcome outcome = made.place(silent, "placed");
        CHECK(outcome.code == 0);
        CHECK_THAT(outcome.err, contains("at 1 epochs without a head"));
        const Dataset before = open_dataset(made.out());
        const Dataset after = open_dataset(made.path("placed"));
        CHECK(after.plane_map.logits(0) == before.plane_map.logits(1));
        CHECK(after.plane_map.has_logits(0));
        CHECK_FALSE(after.plane_map.logits(1).is_known());
    }
}

TEST_CASE("maps that cannot place are told of") {
    const Projected made({"--method", "timevis"});
    const auto fault = [&](const std::string& recording, int code = 1) {
        const Outcome outcome = made.place(recording, "never");
        CHECK(outcome.code == code);
        CHECK_FALSE(fs::exists(made.folder() / "never"));
        return outcome.err;
    };
    const std::string wide = put_run(made.folder(), {1}, 7, "wide").string();
    CHECK_THAT(fault(wide), contains("the map of made: is of 4 dimensions, the recording of 7"));
    CHECK_THAT(call({"project", made.run(), "--out", made.path("never")}).err,
               contains("--method is required, or --with FOLDER"));
    CHECK(call({"project", made.run(), "--with", made.out(), "--method", "pca", "--out",
                made.path("never")})
              .code == 2);
    const auto with = [&](const std::string& folder) {
        const Outcome outcome =
            call({"project", made.run(), "--with", folder, "--out", made.path("never")});
        CHECK(outcome.code == 1);
        return outcome.err;
    };
    REQUIRE(call({"convert", made.out(), "--to", "json", "--out", made.path("text")}).code == 0);
    CHECK_THAT(with(made.path("text")), contains("has no map that could place samples"));
    CHECK_THAT(with(made.path("nowhere")), contains("nowhere"));
    // A layer that is cut off.
    const fs::path layer = made.folder() / "made/map/encoder_2_weight.npy";
    fs::resize_file(layer, fs::file_size(layer) - 4);
    CHECK_THAT(fault(made.run()), contains("encoder_2_weight.npy"));
    fs::remove(layer);
    CHECK_THAT(fault(made.run()), contains("encoder_2_weight.npy: does not exist"));
}

TEST_CASE("samples that a map places beyond all numbers are refused") {
    const Projected made({"--method", "timevis", "--layers", "0"});
    put_npy<float>(made.folder() / "made/map/normalisation.npy", "<f4", "(1, 5)",
                   {0, 0, 0, 0, 1e-37F});
    const fs::path far = put_run(made.folder(), {1}, 4, "far");
    put_npy(far / "epochs/epoch_1/embeddings.npy", "<f4", "(40, 4)",
            std::vector<float>(160, 1e10F));
    const Outcome outcome = made.place(far.string(), "never");
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err,
               contains("expected finite numbers; its values are too large for the data"));
}
