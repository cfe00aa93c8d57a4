// Conditions over a million samples, and words in their texts, against pandas.
#include "bench.h"
#include "io/metadata/samples_file.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/compute/random.h>
#include <epochscope/query/sample_query.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr std::size_t samples = 1'000'000;
constexpr std::size_t epoch_count = 20;
constexpr std::size_t class_count = 10;

constexpr const char* condition =
    "split = 'test' AND size > 300 AND ratio < 0.5 AND suspicion > 0.3 AND flips > 3";
/// The same of a file that has the signals as columns.
constexpr const char* condition_of_file =
    "split = 'test' AND size > 300 AND ratio < 0.5 AND "
    "meta_suspicion > 0.3 AND meta_flips > 3";

Column drawn_texts(RandomGenerator& random) {
    constexpr std::array<const char*, 12> words{"sofa", "chair", "the", "on",  "under", "green",
                                                "Red",  "dog",   "cat", "and", "house", "street"};
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (std::size_t i = 0; i < samples; ++i) {
        for (std::size_t w = 0; w < 8; ++w) (bytes += words[random.below(words.size())]) += ' ';
        if (random.below(10'000) == 0) bytes += "quince 沙发";
        ends.push_back(bytes.size());
    }
    return Column::of_texts("text", std::move(bytes), std::move(ends));
}

Column ids() {
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (std::size_t i = 0; i < samples; ++i) {
        bytes += "sample-" + std::to_string(i);
        ends.push_back(bytes.size());
    }
    return Column::of_texts("id", std::move(bytes), std::move(ends));
}

std::vector<Column> metadata(RandomGenerator& random) {
    std::vector<std::int64_t> size(samples);
    std::vector<std::int64_t> made(samples);
    std::vector<double> ratio(samples);
    std::vector<std::int32_t> split(samples);
    for (std::size_t i = 0; i < samples; ++i) {
        size[i] = static_cast<std::int64_t>(random.below(1000));
        made[i] = 1'600'000'000 + static_cast<std::int64_t>(random.below(1000)) * 86'400;
        ratio[i] = random.uniform();
        split[i] = static_cast<std::int32_t>(random.below(3));
    }
    return {ids(),
            drawn_texts(random),
            Column::of_whole("size", ColumnType::whole, std::move(size)),
            Column::of_whole("made", ColumnType::date, std::move(made)),
            Column::of_real("ratio", std::move(ratio)),
            Column::of_categories("split", std::move(split), {"train", "test", "held out"})};
}

std::shared_ptr<const Dataset> million_samples() {
    RandomGenerator random(1);
    Classes classes;
    for (std::size_t c = 0; c < class_count; ++c)
        classes.names.push_back("class " + std::to_string(c));
    std::vector<std::int32_t> labels(samples);
    for (std::int32_t& label : labels) label = static_cast<std::int32_t>(random.below(class_count));
    std::vector<EpochColumns> epochs(epoch_count);
    for (std::size_t e = 0; e < epoch_count; ++e) {
        EpochColumns& epoch = epochs[e];
        epoch.number = static_cast<std::int64_t>(e) + 1;
        for (std::size_t i = 0; i < samples; ++i) {
            epoch.positions.push_back({static_cast<float>(i), static_cast<float>(e)});
            epoch.predictions.push_back(random.uniform() < 0.8
                                            ? labels[i]
                                            : static_cast<std::int32_t>(random.below(class_count)));
            epoch.confidence.push_back(static_cast<float>(random.uniform()));
        }
    }
    Dataset dataset{.series = make_series(std::move(classes), std::move(labels), std::move(epochs)),
                    .backgrounds = nullptr,
                    .name = "million",
                    .path = {},
                    .format = {},
                    .warnings = {}};
    dataset.metadata = std::make_shared<const Metadata>(Metadata{metadata(random)});
    return std::make_shared<const Dataset>(std::move(dataset));
}

void write_csv(const fs::path& file, const SampleColumns& columns,
               std::initializer_list<const char*> names) {
    std::vector<Column> written;
    for (const char* const name : names) written.push_back(columns.column(name));
    std::ofstream out(file, std::ios::binary);
    for (const Column& column : written)
        out << (&column == &written.front() ? "" : ",") << column.name();
    for (std::size_t i = 0; i < samples; ++i) {
        out << '\n';
        for (const Column& column : written)
            out << (&column == &written.front() ? "" : ",") << column.words(i);
    }
    out << '\n';
}

/// Reads the file of metadata, and finds; signals that the condition asks for are computed. The
/// median of some runs. What they made is not freed within the time, as pandas' table is not.
double seconds_from_cold(const fs::path& folder, Dataset dataset, const char* where,
                         std::size_t found) {
    std::vector<double> times;
    for (int run = 0; run < 7; ++run) {
        std::vector<std::string> warnings;
        dataset.metadata = nullptr;
        const auto start = std::chrono::steady_clock::now();
        dataset.metadata = read_samples_file(folder, dataset.series, warnings);
        const SampleQuery query(
            std::make_shared<const SampleColumns>(std::make_shared<const Dataset>(dataset)));
        const std::size_t now = query.where(where).size();
        times.push_back(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        if (now != found) throw std::runtime_error("the file has other samples");
    }
    return median(std::move(times));
}

void compare_condition(const std::shared_ptr<const SampleColumns>& columns,
                       const Dataset& dataset) {
    const SampleQuery query(columns);
    std::size_t found = 0;
    const double seconds = seconds_of([&] { found = query.where(condition).size(); });
    ordered_json figures{{"samples", samples}, {"found", found}, {"warm_seconds", seconds}};
    const Folder with_signals;
    const Folder without;
    write_csv(with_signals.path() / "samples.csv", *columns,
              {"id", "text", "size", "made", "ratio", "split", "suspicion", "flips"});
    write_csv(without.path() / "samples.csv", *columns,
              {"id", "text", "size", "made", "ratio", "split"});
    if (const auto peer =
            peer_result("pandas_peer.py", quoted(with_signals.path() / "samples.csv"))) {
        const double warm = (*peer)["warm_seconds"].get<double>();
        const double cold = (*peer)["cold_seconds"].get<double>();
        figures["pandas_warm_seconds"] = warm;
        figures["pandas_cold_seconds"] = cold;
        if ((*peer)["found"] != found) throw std::runtime_error("pandas finds other samples");
        figures["times_faster_than_pandas_warm"] = warm / seconds;
        const double same_file =
            seconds_from_cold(with_signals.path(), dataset, condition_of_file, found);
        figures["cold_seconds"] = same_file;
        figures["times_faster_than_pandas_cold"] = cold / same_file;
        // pandas has read the signals; ours are computed from 20 epochs.
        const double computed = seconds_from_cold(without.path(), dataset, condition, found);
        figures["cold_seconds_with_signals_computed"] = computed;
        figures["times_faster_with_signals_computed"] = cold / computed;
    }
    report("query condition", figures);
}

}  // namespace

void bench_query() {
    const std::shared_ptr<const Dataset> dataset = million_samples();
    const auto columns = std::make_shared<const SampleColumns>(dataset);
    const SampleQuery query(columns);
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(columns->column("suspicion"));
    report("query signals",
           {{"samples", samples},
            {"epochs", epoch_count},
            {"seconds",
             std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()}});
    compare_condition(columns, *dataset);
    for (const char* const text : {"text LIKE '%quince%'", "ORDER BY suspicion DESC LIMIT 50",
                                   "size > ratio * 300", "split = 'test' OR size > 300"}) {
        std::size_t found = 0;
        const double seconds = seconds_of([&] { found = query.where(text).size(); }, 3);
        report("query where", {{"condition", text}, {"found", found}, {"seconds", seconds}});
    }
    for (const char* const words : {"quince", "沙发", "sofa dog", "e", "été"}) {
        std::size_t found = 0;
        const double seconds = seconds_of([&] { found = find_words(*columns, words).size(); }, 3);
        report("find words", {{"words", words}, {"found", found}, {"seconds", seconds}});
    }
}

}  // namespace epochscope::bench
