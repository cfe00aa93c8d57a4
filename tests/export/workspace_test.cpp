#include "sample.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/export/frames.h>
#include <epochscope/export/saved_view.h>
#include <epochscope/export/workspace.h>
#include <epochscope/model/error.h>
#include <epochscope/render/groups.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using tests::contains;
using tests::sample_dataset;

namespace {

/// 40 samples of three classes at four epochs, with neighbours, predictions and confidence.
Dataset many_samples() {
    std::mt19937 random(7);
    const auto place = [&random] { return static_cast<float>(random() % 1000) / 100; };
    constexpr std::size_t count = 40;
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i < count; ++i) labels.push_back(static_cast<std::int32_t>(i % 3));
    std::vector<EpochColumns> epochs(4);
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e * 2 + 1);
        for (std::size_t i = 0; i < count; ++i) {
            epochs[e].positions.push_back({place(), place()});
            epochs[e].predictions.push_back(static_cast<std::int32_t>(random() % 3));
            epochs[e].confidence.push_back(place() / 10);
        }
    }
    return {
        .series = make_series({{"a", "b", "c"}, {}}, labels, std::move(epochs), {{0, 0}, {10, 10}}),
        .backgrounds = nullptr,
        .name = "many",
        .path = "/many",
        .format = "made",
        .warnings = {}};
}

/// Any view of a dataset.
class AnyView {
  public:
    AnyView(const Dataset& dataset, unsigned seed)
        : count_(dataset.series.sample_count()),
          classes_(dataset.series.class_count()),
          random_(seed) {}

    SavedView make() {
        SavedView saved;
        ViewState& view = saved.view;
        view.playhead = part() * 3;
        view.camera = {{number(), number()}, 0.5 + part() * 4, flip()};
        if (flip()) view.selection = {random_() % count_};
        if (flip()) view.picked = some();
        if (flip()) view.filter = some();
        if (flip()) saved.standing_out = some();
        if (flip()) view.place = Point{number(), number()};
        if (flip()) view.colouring = colouring();
        view.hidden.assign(classes_, false);
        view.hidden[random_() % classes_] = flip();
        for (std::size_t i = 0; i < classes_; ++i) view.colours.push_back(colour());
        if (view.colouring && view.colouring->is_categorical()) {
            view.hidden_categories.assign(group_count(*view.colouring), false);
            view.hidden_categories.front() = flip();
        }
        view.background_origin = flip() ? Origin::upper : Origin::lower;
        view.prototypes = {flip(), random_() % 3, {}};
        choose(view.style);
        view.scale = 0.5 + part();
        saved.find = flip() ? "flips > 3 \xE2\x80\x9C\"" : "";
        return saved;
    }

  private:
    bool flip() { return random_() % 2 == 0; }
    double part() { return static_cast<double>(random_()) / 4294967296.0; }
    float number() { return static_cast<float>(part() * 10); }
    Colour colour() {
        const auto byte = [this] { return static_cast<std::uint8_t>(random_() % 256); };
        return {byte(), byte(), byte(), static_cast<std::uint8_t>(flip() ? 255 : 120)};
    }
    std::shared_ptr<const PickedSamples> some() {
        std::vector<std::size_t> samples;
        for (std::size_t i = 0; i < count_; ++i)
            if (random_() % 3 != 0) samples.push_back(i);
        return std::make_shared<const PickedSamples>(count_, samples);
    }
    std::shared_ptr<const Colouring> colouring() {
        Colouring made;
        made.title = "column";
        const bool categories = flip();
        for (int i = 0; i < 4; ++i) {
            made.colours.push_back(colour());
            if (categories) made.names.push_back("name " + std::to_string(i));
        }
        made.missing_name = categories ? "missing" : "";
        for (std::size_t i = 0; i < count_; ++i)
            made.codes.push_back(static_cast<std::int32_t>(random_() % 5) - 1);
        made.min = 0.1;
        made.max = 1.0 / 3;
        made.is_log = flip();
        made.unit = flip() ? ColourUnit::share : ColourUnit::number;
        return std::make_shared<const Colouring>(std::move(made));
    }
    void choose(Style& style) {
        style.colour_by = static_cast<ColourBy>(random_() % 4);
        style.points = static_cast<PointMode>(random_() % 3);
        style.point_radius = 1 + number() / 3;
        style.ring_wrong = flip();
        style.opacity_by_confidence = flip();
        style.axes = flip();
        style.trails = flip();
        style.canvas = flip() ? Colour{20, 20, 24} : Colour{255, 255, 255};
        style.ink = colour();
    }

    std::size_t count_;
    std::size_t classes_;
    std::mt19937 random_;
};

std::string fault_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing";
}

Workspace some_workspace(const std::filesystem::path& folder) {
    Workspace workspace;
    workspace.dataset = folder / "runs" / "digits";
    workspace.contents.projection = "pca";
    workspace.view = R"({"playhead":1.5})";
    workspace.panels = std::vector<WorkspacePanel>{{"classes", 250, 300}, {"sample", 0, 20}};
    workspace.bookmarks = {{"first", R"({"playhead":0.0})"}, {"second", R"({"playhead":2.0})"}};
    return workspace;
}

}  // namespace

TEST_CASE("any view that is saved and read draws the same bytes") {
    const Dataset dataset = many_samples();
    for (unsigned seed = 0; seed < 60; ++seed) {
        INFO("seed " << seed);
        const SavedView saved = AnyView(dataset, seed).make();
        const std::string text = text_of(saved);
        const SavedView read = read_view(text, dataset.series);
        CHECK(text_of(read) == text);
        CHECK(read.find == saved.find);
        CHECK(read.view.camera == saved.view.camera);
        CHECK(read.view.style == saved.view.style);
        const Image before = render_picture(dataset, drawn(saved), {90, 70});
        const Image after = render_picture(dataset, drawn(read), {90, 70});
        CHECK(before.rgba == after.rgba);
    }
}

TEST_CASE("keys of a view that are not known are kept, those of what has ended are not") {
    const Dataset dataset = sample_dataset();
    const std::string before =
        R"({"picked":[0],"later":{"a":1},"camera":{"zoom":2,"tilt":3},"style":{"fog":true}})";
    SavedView saved = read_view(before, dataset.series);
    CHECK(saved.view.camera.zoom == 2);
    REQUIRE(saved.view.picked);
    saved.view.picked = nullptr;
    const std::string after = text_of(saved, before);
    CHECK_THAT(after, contains(R"("later":{"a":1})"));
    CHECK_THAT(after, contains(R"("tilt":3)"));
    CHECK_THAT(after, contains(R"("fog":true)"));
    CHECK_FALSE(read_view(after, dataset.series).view.picked);
}

TEST_CASE("a view that does not fit what is open says what does not") {
    const Dataset dataset = sample_dataset();
    const auto fault = [&](const std::string& text) {
        return fault_of([&] { read_view(text, dataset.series); });
    };
    CHECK(fault("{}") == "nothing");
    CHECK(fault("[]") == "view: is no JSON object");
    CHECK(fault("{") == "view: is not valid JSON");
    CHECK(fault(std::string(100, '[')) == "view: lists or objects are nested more than 64 deep");
    CHECK(fault(R"({"selection":[2]})") == "view: selection[0] is 2, expected an integer 0..1");
    CHECK(fault(R"({"picked":[[0,7]]})") == "view: picked[0][1] is 7, expected an integer 0..1");
    CHECK(fault(R"({"picked":[-1]})") == "view: picked[0] is -1, expected an integer 0..1");
    CHECK(fault(R"({"picked":[18446744073709551615]})") ==
          "view: picked[0] is 18446744073709551615, expected an integer 0..1");
    CHECK(fault(R"({"playhead":"x"})").starts_with("view: playhead is \"x\", expected a number"));
    CHECK(fault(R"({"playhead":1e999})") == "view: is not valid JSON");
    CHECK(fault(R"({"camera":{"zoom":0}})") ==
          "view: camera.zoom is 0, expected a number 0.05..100000.0");
    CHECK(fault(R"({"camera":{"centre":[1]}})") ==
          "view: camera.centre is a list of 1 entries, expected a list of 2 entries");
    CHECK(fault(R"({"colours":["#000000"]})") ==
          "view: colours is a list of 1 entries, expected a list of 2 entries");
    CHECK(fault(R"({"colours":["#000000","red"]})") ==
          "view: colours[1] is \"red\", expected a colour such as \"#1f77b4\"");
    CHECK(fault(R"({"style":{"axes":1}})") == "view: style.axes is 1, expected true or false");
    CHECK(fault(R"({"style":{"points":"dots"}})") ==
          "view: style.points is \"dots\", expected one of automatic, points, density");
    CHECK(fault(R"({"colouring":{"codes":[0,9],"colours":["#000000"]}})") ==
          "view: colouring.codes[1] is 9, expected an integer -1..0");
    CHECK(fault(R"({"colouring":{"codes":[-1,0],"colours":["#000000"],"names":["a"]}})") ==
          "view: colouring.codes[0] is -1, expected an integer 0..0");
    CHECK(fault(R"({"colouring":{}})") ==
          "view: colouring is an object, expected an object with codes");
}

TEST_CASE("a workspace is written and read, with paths relative to it") {
    const tests::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "a.epochscope";
    const Workspace workspace = some_workspace(folder.path());
    write_workspace(workspace, file);
    const std::string text = text_of(workspace, folder.path());
    CHECK_THAT(text, contains(R"("path":"runs/digits")"));
    CHECK_THAT(text, contains(R"("epochscope": 1)"));
    const Workspace read = read_workspace(file);
    CHECK(read.dataset == workspace.dataset);
    CHECK(read.contents.projection == "pca");
    CHECK(read.view == workspace.view);
    CHECK(read.panels == workspace.panels);
    CHECK(read.bookmarks == workspace.bookmarks);
    CHECK(is_workspace(file));
    CHECK_FALSE(is_workspace(folder.path()));
    CHECK_FALSE(leads_outside(read, file));
    // Nothing is in common but the root.
    CHECK_THAT(text_of(workspace, "/elsewhere/deep"),
               contains("\"path\":\"" + workspace.dataset.string() + "\""));
}

TEST_CASE("a workspace keeps the keys that it does not know") {
    const std::string text = R"({"epochscope":1,"dataset":{"path":"d","host":"h"},
        "comparison":{"path":"e"},"bookmarks":[{"name":"n","view":{},"note":"why"}]})";
    const Workspace workspace = parse_workspace(text, "/folder", "a");
    CHECK(workspace.dataset == "/folder/d");
    CHECK_FALSE(workspace.panels);
    const std::string after = text_of(workspace, "/folder");
    CHECK_THAT(after, contains(R"("comparison": {"path":"e"})"));
    CHECK_THAT(after, contains(R"("host":"h")"));
    CHECK_THAT(after, contains(R"("note":"why")"));
    CHECK(text_of(parse_workspace(after, "/folder", "a"), "/folder") == after);
}

TEST_CASE("a workspace remembers what its dataset is compared with") {
    Workspace workspace = some_workspace("/folder");
    workspace.second = "/folder/other";
    workspace.second_contents.projection = "tsne";
    const std::string text = text_of(workspace, "/folder");
    CHECK_THAT(text, contains(R"("compared": {"path":"other","projection":"tsne"})"));
    const Workspace read = parse_workspace(text, "/folder", "a");
    CHECK(read.second == "/folder/other");
    CHECK(read.second_contents.projection == "tsne");
    CHECK(text_of(read, "/folder") == text);
    Workspace alone = read;
    alone.second.clear();
    // It may stay at an epoch, also without a second.
    alone.pinned = 2.5;
    const Workspace pinned = parse_workspace(text_of(alone, "/folder"), "/folder", "a");
    CHECK(pinned.pinned == 2.5);
    CHECK(pinned.second.empty());
    CHECK_THAT(pinned.kept, !contains("pinned"));
    alone.pinned.reset();
    CHECK_THAT(text_of(alone, "/folder"), !contains("pinned"));
    CHECK_THAT(text_of(alone, "/folder"), !contains("compared"));
    // It must not lead outside either.
    const tests::TemporaryFolder folder;
    Workspace within = some_workspace(folder.path());
    within.second = folder.path() / "other";
    CHECK_FALSE(leads_outside(within, folder.path() / "a.epochscope"));
    within.second = folder.path() / ".." / "other";
    CHECK(leads_outside(within, folder.path() / "a.epochscope"));
}

TEST_CASE("a broken workspace, or one of a newer version, is told by what is wrong") {
    const auto fault = [](const std::string& text) {
        return fault_of([&] { parse_workspace(text, "/folder", "w"); });
    };
    const auto with = [](const std::string& rest) {
        return R"({"epochscope":1,"dataset":{"path":"d"},)" + rest + "}";
    };
    CHECK(fault("") == "w: is not valid JSON");
    CHECK(fault("null") == "w: is no JSON object");
    CHECK(fault("\xFF\xFE") == "w: is not valid JSON");
    CHECK(fault("{}") == "w: is no workspace: it has no key \"epochscope\"");
    CHECK(
        fault(R"({"epochscope":2})") ==
        "w: is of version 2 of workspaces, which this program does not know; install a newer one");
    CHECK(
        fault(R"({"epochscope":"1"})").starts_with("w: epochscope is \"1\", expected an integer"));
    CHECK(fault(R"({"epochscope":1})") == "w: has no key \"dataset\"");
    CHECK(fault(R"({"epochscope":1,"dataset":{}})") ==
          "w: dataset is an object, expected an object with a path");
    CHECK(fault(R"({"epochscope":1,"dataset":{"path":"a\u0000b"}})") ==
          "w: dataset is an object, expected an object with a path");
    CHECK(fault(with(R"("view":[])")) == "w: view is a list of 0 entries, expected an object");
    CHECK(fault(with(R"("pinned":-1)")).starts_with("w: pinned is -1, expected a number"));
    CHECK(fault(with(R"("pinned":1e300)")).starts_with("w: pinned is 1e+300"));
    CHECK(fault(with(R"("pinned":"3")")).starts_with("w: pinned is \"3\""));
    CHECK(fault(with(R"("bookmarks":{})")) == "w: bookmarks is an object, expected a list");
    CHECK(fault(with(R"("bookmarks":[{"name":"n"}])")) ==
          "w: bookmarks[0] is an object, expected an object with a view");
    CHECK(fault(with(R"("bookmarks":[{"name":")" + std::string(2000, 'x') + R"(","view":{}}])"))
              .starts_with("w: bookmarks[0].name is \"xxx"));
    std::string many = "{}";
    for (int i = 0; i < 1000; ++i) many += ",{}";
    CHECK(fault(with("\"bookmarks\":[" + many + "]")) ==
          "w: bookmarks is a list of 1001 entries, expected a list of at most 1000 entries");
}

TEST_CASE("what lies outside of a workspace's folder is told apart, through links too") {
    const tests::TemporaryFolder folder;
    const tests::TemporaryFolder other;
    const std::filesystem::path file = folder.path() / "a.epochscope";
    Workspace workspace = some_workspace(folder.path());
    CHECK_FALSE(leads_outside(workspace, file));
    workspace.contents.labels = (other.path() / "labels.npy").string();
    CHECK(leads_outside(workspace, file));
    workspace.contents.labels.clear();
    workspace.dataset = folder.path() / ".." / "b";
    CHECK(leads_outside(workspace, file));
    std::filesystem::create_directory_symlink(other.path(), folder.path() / "link");
    workspace.dataset = folder.path() / "link" / "run";
    CHECK(leads_outside(workspace, file));
}

TEST_CASE("frames travel from one view to the next and begin and end at these views") {
    const Dataset dataset = sample_dataset();
    ViewState first = tests::plain_view();
    ViewState second = first;
    second.playhead = 2;
    second.camera = {{5, 8}, 4, false};
    second.selection = {1};
    const FrameRun run{.view = first,
                       .size = {60, 60},
                       .playheads = playheads_through(2, 4),
                       .paint_text = {},
                       .stops = {first, second}};
    CHECK(run.playheads == std::vector<double>{0, 0.25, 0.5, 0.75, 1});
    CHECK(run.view_at(0).camera == first.camera);
    CHECK(run.view_at(0).selection.empty());
    CHECK(run.view_at(1).camera == second.camera);
    const ViewState half = run.view_at(0.5);
    CHECK(half.playhead == Approx(1));
    CHECK(half.camera.zoom == Approx(2));
    // What is seen has gone from 1 over 1/2 to 1/4: two thirds of the way.
    CHECK(half.camera.centre.y == Approx(5 + 3 * 2.0 / 3));
    CHECK(half.selection == second.selection);
    const tests::TemporaryFolder folder;
    export_frames(dataset, run, folder.path());
    CHECK(tests::names_in(folder.path()).size() == 5);
    CHECK_THROWS_WITH(playheads_through(0, 1), contains("expected at least one"));
}
