// What is converted there and back loses nothing, whatever it is.
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/open.h>
#include <epochscope/io/write_dataset.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <memory>
#include <random>
#include <set>
#include <span>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// Numbers of epochs are exact as doubles, which playheads are.
constexpr std::int64_t largest_number = std::int64_t{1} << 53;

/// A dataset at random: the extremes of each value among the usual ones.
class AnyDataset {
  public:
    explicit AnyDataset(std::uint32_t seed) : random_(seed) {}

    Dataset make() {
        classes_ = 1 + below(5);
        samples_ = 1 + below(30);
        std::vector<std::int32_t> labels;
        for (std::size_t i = 0; i < samples_; ++i)
            labels.push_back(static_cast<std::int32_t>(below(classes_ + 1)) - 1);
        std::vector<EpochColumns> epochs;
        for (const std::int64_t number : numbers()) epochs.push_back(epoch(number));
        Dataset dataset{.series = make_series(classes(), labels, std::move(epochs), frame()),
                        .backgrounds = nullptr,
                        .name = "any",
                        .path = {},
                        .format = {},
                        .warnings = {}};
        if (chance()) dataset.axes = Axes{.x = text(), .y = text()};
        if (chance()) dataset.metadata = std::make_shared<const Metadata>(metadata());
        return dataset;
    }

  private:
    std::size_t below(std::size_t end) { return random_() % end; }
    bool chance() { return random_() % 2 == 0; }
    template <typename T>
    T one_of(std::vector<T> values) {
        return values[below(values.size())];
    }

    std::string text() {
        return one_of<std::string>({"a", "Ünïcode 样本", "with \"quotes\"", "tab\tand\nline",
                                    "comma, and ; and |", "\\ back", "-1", "nan", " blank "});
    }
    Classes classes() {
        Classes made;
        const bool has_colours = chance();
        for (std::size_t c = 0; c < classes_; ++c) {
            made.names.push_back(text() + std::to_string(c));
            if (has_colours)
                made.colours.push_back({static_cast<std::uint8_t>(random_()),
                                        static_cast<std::uint8_t>(random_()), 7});
        }
        return made;
    }
    std::set<std::int64_t> numbers() {
        std::set<std::int64_t> made;
        const std::size_t count = 1 + below(4);
        while (made.size() < count)
            made.insert(
                one_of<std::int64_t>({-3, 0, 1, 2, 7, 1'000'000, largest_number, -largest_number}));
        return made;
    }
    float place() {
        using Limits = std::numeric_limits<float>;
        if (chance()) return static_cast<float>(random_()) / 1e8F - 20;
        return one_of<float>({0.0F, -0.0F, Limits::max(), -Limits::max(), Limits::min(),
                              Limits::denorm_min(), 1e31F, -1.0000001F, 0.1F, Limits::quiet_NaN()});
    }
    EpochColumns::Lists lists() {
        EpochColumns::Lists made{.offsets = {0}, .samples = {}};
        for (std::size_t i = 0; i < samples_; ++i) {
            for (std::size_t k = below(4); k > 0; --k)
                made.samples.push_back(static_cast<std::int32_t>(below(samples_)));
            made.offsets.push_back(made.samples.size());
        }
        return made;
    }
    EpochColumns epoch(std::int64_t number) {
        EpochColumns made;
        made.number = number;
        for (std::size_t i = 0; i < samples_; ++i) made.positions.push_back({place(), place()});
        if (chance())
            for (std::size_t i = 0; i < samples_; ++i)
                made.predictions.push_back(static_cast<std::int32_t>(below(classes_ + 1)) - 1);
        if (chance())
            for (std::size_t i = 0; i < samples_; ++i)
                made.confidence.push_back(
                    one_of<float>({0, 1, 0.33333334F, 1e-40F, std::nanf("")}));
        if (chance()) made.intra = lists();
        if (chance()) made.inter = lists();
        return made;
    }
    /// From the smallest to the largest that can be.
    Box frame() {
        const float size = std::ldexp(1.0F, static_cast<int>(below(250)) - 123);
        const float x = chance() ? 0 : size / 3;
        return {{x - size, -size}, {x + size, size * 0.7F}};
    }
    Metadata metadata() {
        std::vector<std::int64_t> whole;
        std::vector<double> real;
        std::string bytes;
        std::vector<std::uint64_t> ends;
        for (std::size_t i = 0; i < samples_; ++i) {
            whole.push_back(one_of<std::int64_t>({0, -5, 1LL << 60, Column::missing}));
            real.push_back(one_of<double>({0.5, -1e300, 1.0 / 3, std::nan("")}));
            bytes += text() + std::to_string(i);
            ends.push_back(bytes.size());
        }
        Metadata made;
        made.columns.push_back(Column::of_whole("whole", ColumnType::whole, std::move(whole)));
        made.columns.push_back(Column::of_real("real, with a comma", std::move(real)));
        made.columns.push_back(Column::of_texts("note", std::move(bytes), std::move(ends)));
        return made;
    }

    std::mt19937 random_;
    std::size_t classes_ = 0;
    std::size_t samples_ = 0;
};

/// By the bits: -0 is not 0, and what is not a number equals itself.
bool same_bits(std::span<const float> a, std::span<const float> b) {
    return std::ranges::equal(a, b, [](float x, float y) {
        return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y) ||
               (std::isnan(x) && std::isnan(y));
    });
}

std::vector<float> numbers_of(std::span<const Point> points) {
    std::vector<float> all;
    for (const Point p : points) {
        // A place of which a part is missing is none.
        const bool is_absent = std::isnan(p.x) || std::isnan(p.y);
        all.push_back(is_absent ? std::nanf("") : p.x);
        all.push_back(is_absent ? std::nanf("") : p.y);
    }
    return all;
}

std::vector<std::vector<std::int32_t>> rows_of(const NeighbourLists& lists, std::size_t samples) {
    std::vector<std::vector<std::int32_t>> rows;
    for (std::size_t i = 0; i < samples && !lists.empty(); ++i)
        rows.emplace_back(lists[i].begin(), lists[i].end());
    return rows;
}

void check_same(const EpochSeries& a, const EpochSeries& b) {
    CHECK(a.classes().names == b.classes().names);
    CHECK(a.classes().colours == b.classes().colours);
    CHECK(std::ranges::equal(a.labels(), b.labels()));
    CHECK(a.frame() == b.frame());
    REQUIRE(a.epoch_count() == b.epoch_count());
    for (std::size_t e = 0; e < a.epoch_count(); ++e) {
        const Epoch& first = a.epoch(e);
        const Epoch& second = b.epoch(e);
        CAPTURE(first.number);
        CHECK(first.number == second.number);
        CHECK(same_bits(numbers_of(first.positions), numbers_of(second.positions)));
        CHECK(std::ranges::equal(first.predictions, second.predictions));
        CHECK(same_bits(first.confidence, second.confidence));
        CHECK(rows_of(first.intra, a.sample_count()) == rows_of(second.intra, a.sample_count()));
        CHECK(rows_of(first.inter, a.sample_count()) == rows_of(second.inter, a.sample_count()));
    }
}

void check_same(const Dataset& a, const Dataset& b) {
    check_same(a.series, b.series);
    CHECK(a.axes.has_value() == b.axes.has_value());
    if (a.axes && b.axes) CHECK((a.axes->x == b.axes->x && a.axes->y == b.axes->y));
    REQUIRE((a.metadata != nullptr) == (b.metadata != nullptr));
    if (!a.metadata) return;
    for (const Column& column : a.metadata->columns) {
        const Column* const other = b.metadata->find(column.name());
        CAPTURE(column.name());
        REQUIRE(other != nullptr);
        for (std::size_t i = 0; i < column.size(); ++i) CHECK(column.words(i) == other->words(i));
    }
}

json info_in(const fs::path& folder) { return json::parse(std::ifstream(folder / "info.json")); }

}  // namespace

TEST_CASE("whatever is converted there and back is the same, and what is written opens", "[io]") {
    const std::uint32_t seed = GENERATE(range(1U, 61U));
    CAPTURE(seed);
    const TemporaryFolder folder;
    const fs::path at = folder.path();
    const Dataset made = AnyDataset(seed).make();
    const auto [first, second] = seed % 2 == 0 ? std::pair{DatasetFormat::npy, DatasetFormat::json}
                                               : std::pair{DatasetFormat::json, DatasetFormat::npy};
    write_dataset(made, first, at / "a", {{"made_by", "a test"}});
    const Dataset a = open_dataset(at / "a");
    check_same(made, a);
    write_dataset(a, second, at / "b", {{"made_by", "a test"}}, {}, at / "a");
    const Dataset b = open_dataset(at / "b");
    check_same(made, b);
    write_dataset(b, first, at / "c", {{"made_by", "a test"}}, {}, at / "b");
    check_same(made, open_dataset(at / "c"));
    CHECK(info_in(at / "c") == info_in(at / "a"));
}
