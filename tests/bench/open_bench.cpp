// Opening folders, against the two readers of nlohmann on the same data.json.
#include "bench.h"
#include "generated.h"
#include "scrub/folder.h"

#include <epochscope/io/file.h>
#include <epochscope/io/open.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t largest_file = std::size_t{1} << 30U;

/// Gathers the columns of a data.json without checking anything: the least that opening one through
/// SAX takes.
class Columns : public nlohmann::json_sax<json> {
  public:
    struct Epoch {
        std::vector<float> reals;
        std::vector<std::int32_t> integers;
        std::vector<std::size_t> row_ends;
    };

    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t& /*text*/) override {
        return add(value);
    }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*elements*/) override { return true; }
    bool key(string_t& value) override {
        if (value.front() >= '0' && value.front() <= '9') epochs_.emplace_back();
        is_real_ = value == "projection" || value == "confidence";
        return true;
    }
    bool end_object() override { return true; }
    bool start_array(std::size_t /*elements*/) override { return true; }
    bool end_array() override {
        if (!is_real_) epochs_.back().row_ends.push_back(epochs_.back().integers.size());
        return true;
    }
    bool parse_error(std::size_t /*byte*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return false;
    }
    [[nodiscard]] const std::vector<Epoch>& epochs() const { return epochs_; }

  private:
    template <typename Number>
    bool add(Number value) {
        if (is_real_)
            epochs_.back().reals.push_back(static_cast<float>(value));
        else
            epochs_.back().integers.push_back(static_cast<std::int32_t>(value));
        return true;
    }
    std::vector<Epoch> epochs_;
    bool is_real_ = false;
};

/// Nothing is left out by the compiler that is looked at here.
void keep(bool right) {
    if (!right) std::abort();
}

json tree_of(const fs::path& file) {
    const auto text = read_file(file, largest_file);
    return json::parse(text.begin(), text.end());
}

/// What a call takes, by the clock on the wall and by that of the processors.
struct Times {
    std::vector<double> wall;
    std::vector<double> processor;

    void add(const std::function<void()>& work) {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t spent = std::clock();
        work();
        processor.push_back(static_cast<double>(std::clock() - spent) / CLOCKS_PER_SEC);
        wall.push_back(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
};

/// Ours goes from the folder's path to a dataset that can be drawn: both files read and checked,
/// columns made, and which epochs have a background found out. Theirs reads both files too, checks
/// nothing and looks for no background; through the tree it leaves the columns out as well. The
/// backgrounds' orientation, which waits until one of them is shown, is told beside it. All take
/// turns, so that whatever else the machine does hits all of them.
void compare(const std::string& name, const fs::path& folder) {
    const fs::path file = folder / "data.json";
    const double bytes = static_cast<double>(fs::file_size(file));
    const int repeats = bytes > 1e7 ? 8 : 40;
    const std::array<std::function<void()>, 4> contestants{
        [&] { keep(open_dataset(folder).series.epoch_count() > 0); },
        [&] {
            const Dataset dataset = open_dataset(folder);
            if (dataset.backgrounds) keep(dataset.backgrounds->orientation().problem.empty());
        },
        [&] {
            keep(tree_of(folder / "info.json").is_object());
            keep(tree_of(file).is_object());
        },
        [&] {
            keep(tree_of(folder / "info.json").is_object());
            const auto text = read_file(file, largest_file);
            Columns columns;
            keep(json::sax_parse(text.begin(), text.end(), &columns) && !columns.epochs().empty());
        }};
    std::array<Times, 4> times;
    // Each comes after each other as often: what one leaves of memory and caches, the next feels.
    constexpr std::array<std::array<std::size_t, 4>, 4> turns{
        {{0, 1, 2, 3}, {1, 3, 0, 2}, {2, 0, 3, 1}, {3, 2, 1, 0}}};
    for (int i = 0; i < repeats; ++i)
        for (const std::size_t k : turns[static_cast<std::size_t>(i % 4)])
            times[k].add(contestants[k]);
    const auto& [open, oriented, dom, sax] = times;
    const double faster = std::min(median(dom.wall), median(sax.wall));
    const double thriftier = std::min(median(dom.processor), median(sax.processor));
    report("open " + name,
           {{"megabytes", bytes / 1e6},
            {"seconds", median(open.wall)},
            {"seconds_with_orientation", median(oriented.wall)},
            {"nlohmann_dom_seconds", median(dom.wall)},
            {"nlohmann_sax_seconds", median(sax.wall)},
            {"times_faster_than_faster", faster / median(open.wall)},
            {"processor_seconds", median(open.processor)},
            {"times_less_processor_than_less", thriftier / median(open.processor)}});
}

}  // namespace

void bench_open() {
    const fs::path shared = fs::path(EPOCHSCOPE_SOURCE_DIR) / ".." / "shared/data/sequence-scatter";
    for (const char* name : {"process1", "digits"})
        if (fs::exists(shared / name)) compare(name, shared / name);
    const Folder folder;
    write_scatter(folder.path(), 20'000, 20);
    compare("20000 x 20", folder.path());
}

}  // namespace epochscope::bench
