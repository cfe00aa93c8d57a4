#include "io/files/staging_folder.h"
#include "io/npy/array_file.h"
#include "io/prototypes/prototypes_json.h"
#include "io/recording/epoch_table.h"

#include <epochscope/io/output_file.h>
#include <epochscope/io/prototypes.h>
#include <epochscope/model/error.h>

#include <initializer_list>
#include <system_error>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

void make_folder(const fs::path& folder) {
    std::error_code error;
    if (!fs::create_directory(folder, error))
        throw Error(folder.string(), "cannot be created (",
                    error ? error.message() : "it already exists", ")");
}

void write_text(const fs::path& file, const std::string& text) {
    OutputFile output(file);
    output.write(text);
    output.finish();
}

/// The epochs with prototypes.
std::vector<std::size_t> known_epochs(const Prototypes& prototypes) {
    std::vector<std::size_t> known;
    const auto& epochs = prototypes.levels.front().epochs;
    for (std::size_t e = 0; e < epochs.size(); ++e)
        if (!epochs[e].assignments.empty()) known.push_back(e);
    return known;
}

class Writer {
  public:
    Writer(const PrototypeLevel& level, const std::vector<std::size_t>& epochs, fs::path folder)
        : level_(level), epochs_(epochs), folder_(std::move(folder)) {
        make_folder(folder_);
    }

    void write() const {
        const std::size_t count = epochs_.size();
        const PrototypeEpoch& first = level_.epochs[epochs_.front()];
        const std::size_t samples = first.assignments.size();
        const std::size_t clusters = level_.count;
        array<float>("centres", {count, clusters, first.centres.columns},
                     [](const PrototypeEpoch& e) { return e.centres.values; });
        array<std::int32_t>("assignments", {count, samples},
                            [](const PrototypeEpoch& e) { return e.assignments; });
        array<std::int32_t>("counts", {count, clusters},
                            [](const PrototypeEpoch& e) { return e.counts; });
        array<float>("concentration", {count, clusters},
                     [](const PrototypeEpoch& e) { return e.concentration; });
        array<float>("places", {count, clusters, 2}, [](const PrototypeEpoch& e) {
            return std::span(reinterpret_cast<const float*>(e.positions.data()),
                             2 * e.positions.size());
        });
        array<std::int32_t>("nearest", {count, samples, level_.listed},
                            [](const PrototypeEpoch& e) { return e.nearest; });
        array<float>("squares", {count, samples, level_.listed},
                     [](const PrototypeEpoch& e) { return e.squares; });
        array<std::int32_t>("hinges", {count, samples},
                            [](const PrototypeEpoch& e) { return e.hinges; });
    }

  private:
    template <typename T, typename Values>
    void array(const char* name, std::initializer_list<std::size_t> shape,
               const Values& values) const {
        ArrayFile<T> file(folder_ / (std::string(name) + ".npy"), shape);
        for (const std::size_t epoch : epochs_)
            file.write(std::span<const T>(values(level_.epochs[epoch])));
        file.finish();
    }

    const PrototypeLevel& level_;
    const std::vector<std::size_t>& epochs_;
    fs::path folder_;
};

EpochTable empty_table(const std::vector<std::int64_t>& epochs) {
    EpochTable table;
    for (const std::int64_t number : epochs) table.rows.push_back({number, {}});
    return table;
}

void add_columns(EpochTable& table, const std::vector<PrototypeCurve>& curves,
                 const std::string& suffix, const std::vector<std::size_t>& epochs) {
    for (const PrototypeCurve& curve : curves) {
        table.names.push_back(curve.name + suffix);
        for (std::size_t row = 0; row < epochs.size(); ++row)
            table.rows[row].cells.push_back(curve.values[epochs[row]]);
    }
}

}  // namespace

void write_prototypes(const Prototypes& prototypes, const EpochSeries& series,
                      const fs::path& folder) {
    const std::vector<std::size_t> epochs = known_epochs(prototypes);
    if (epochs.empty()) return;
    StagingFolder beside(folder / prototypes_folder);
    const fs::path& own = beside.path();
    PrototypesInfo info{{}, prototypes};
    for (const std::size_t epoch : epochs) info.epochs.push_back(series.epoch(epoch).number);
    write_text(own / prototypes_json, text_of(info));
    EpochTable signals = empty_table(info.epochs);
    for (const PrototypeLevel& level : prototypes.levels) {
        const std::string count = std::to_string(level.count);
        Writer(level, epochs, own / count).write();
        add_columns(signals, level.curves, "_" + count, epochs);
        EpochTable times = empty_table(info.epochs);
        add_columns(times, level.multiplicities, "", epochs);
        write_text(own / count / "multiplicities.csv", text_of(times));
    }
    write_text(own / "signals.csv", text_of(signals));
    if (prototypes.memory)
        if (const auto what = prototypes.memory->fault()) throw Error(*what);
    beside.take_place();
}

}  // namespace epochscope
