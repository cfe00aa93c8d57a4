#include "io/tables/place_table.h"

#include "io/curves/table_text.h"
#include "io/features/named_labels.h"
#include "io/files/input_file.h"
#include "io/files/paths.h"
#include "io/files/text_encoding.h"
#include "io/json/json_text.h"
#include "io/places.h"
#include "io/projector/projector_files.h"
#include "io/recording/epoch_names.h"
#include "io/tables/further_columns.h"
#include "io/tables/place_columns.h"
#include "io/tables/table_reader.h"

#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_table = std::size_t{1} << 30U;
/// The bytes that tell whether a file is such a table.
constexpr std::size_t looked_at = std::size_t{1} << 16U;
constexpr float unknown = std::numeric_limits<float>::quiet_NaN();
/// The epoch of a table without epochs.
constexpr std::int64_t only_epoch = 1;

/// The samples by their ids, in the order of appearance.
class SampleIds {
  public:
    std::size_t index_of(std::string_view id) {
        // Epochs mostly list the samples in the same order.
        if (next_ < ids_.size() && *ids_[next_] == id) return next_++;
        const auto [found, is_new] = indices_.try_emplace(std::string(id), ids_.size());
        if (is_new) ids_.push_back(&found->first);
        next_ = found->second + 1;
        return found->second;
    }
    void begin_epoch() { next_ = 0; }
    [[nodiscard]] std::size_t count() const { return ids_.size(); }

  private:
    std::unordered_map<std::string, std::size_t> indices_;
    std::vector<const std::string*> ids_;
    std::size_t next_ = 0;
};

class PlaceReader {
  public:
    PlaceReader(std::string_view where, std::string_view text, std::string_view chosen,
                bool has_ids = true)
        : where_(where), rows_(where_, text), chosen_(chosen), has_ids_(has_ids) {}

    PlaceTable read(std::vector<std::string>& warnings, const Job& job);
    /// Whether what was taken for ids numbers the rows of all epochs: no id is of two epochs, and
    /// all epochs have as many rows.
    [[nodiscard]] bool has_numbered_rows() const;

  private:
    /// An epoch as far as it was read.
    struct Rows {
        EpochColumns columns;
        std::vector<bool> has;
        std::size_t count = 0;
    };

    void read_row();
    Rows& epoch_of_row();
    [[nodiscard]] float value(std::size_t column) const;
    void keep_label(std::size_t sample);
    void complete(Rows& rows) const;
    [[nodiscard]] PlaceTable result(std::vector<std::string>& warnings);
    [[nodiscard]] std::size_t samples() const { return columns_.id ? ids_.count() : max_count_; }
    void expect_same_counts() const;
    void expect_room(std::size_t rows) const;

    std::string where_;
    TableReader rows_;
    std::string_view chosen_;
    bool has_ids_ = true;
    PlaceColumns columns_;
    SampleIds ids_;
    NamedLabels names_;
    std::vector<std::int32_t> labels_;
    std::optional<FurtherColumns> further_;
    std::map<std::int64_t, Rows> epochs_;
    std::map<std::int64_t, Rows>::iterator now_ = epochs_.end();
    std::size_t max_count_ = 0;
};

/// NaN if it is missing or no number.
float PlaceReader::value(std::size_t column) const {
    const auto number = rows_.number(column);
    return number && std::isfinite(*number) ? static_cast<float>(*number) : unknown;
}

PlaceReader::Rows& PlaceReader::epoch_of_row() {
    std::int64_t number = only_epoch;
    if (columns_.epoch) {
        constexpr double max = 9e15;
        auto epoch = rows_.number(*columns_.epoch);
        // "epoch_3" is one, too.
        if (const auto name = epoch ? std::nullopt : epoch_name(rows_.text(*columns_.epoch)))
            epoch = static_cast<double>(name->number);
        if (!epoch || *epoch != std::floor(*epoch) || std::abs(*epoch) > max)
            throw Error(rows_.place(), rows_.names()[*columns_.epoch], " is ",
                        in_quotes(rows_.text(*columns_.epoch)), ", expected a whole number");
        number = static_cast<std::int64_t>(*epoch);
    }
    if (now_ == epochs_.end() || now_->first != number) {
        now_ = epochs_.try_emplace(number).first;
        now_->second.columns.number = number;
        ids_.begin_epoch();
    }
    return now_->second;
}

/// A sample has one label, at whatever epochs it is stated.
void PlaceReader::keep_label(std::size_t sample) {
    // Predictions alone name classes, but no labels.
    const std::int32_t without = columns_.prediction ? no_label : 0;
    const std::int32_t label = columns_.label ? names_.add(rows_.text(*columns_.label)) : without;
    if (sample >= labels_.size()) labels_.resize(sample + 1, no_label);
    if (labels_[sample] == no_label) labels_[sample] = label;
    if (label != no_label && labels_[sample] != label)
        throw Error(rows_.place(), "the label of sample ",
                    columns_.id ? in_quotes(rows_.text(*columns_.id)) : std::to_string(sample),
                    " is ", in_quotes(rows_.text(*columns_.label)),
                    ", at an earlier line it is another");
}

void PlaceReader::read_row() {
    Rows& epoch = epoch_of_row();
    const std::size_t sample = columns_.id ? ids_.index_of(rows_.text(*columns_.id)) : epoch.count;
    EpochColumns& columns = epoch.columns;
    if (sample >= epoch.has.size()) {
        epoch.has.resize(sample + 1);
        columns.positions.resize(sample + 1, {unknown, unknown});
        if (columns_.prediction) columns.predictions.resize(sample + 1, no_label);
        if (columns_.confidence) columns.confidence.resize(sample + 1, unknown);
    }
    if (epoch.has[sample])
        throw Error(rows_.place(), "sample ", in_quotes(rows_.text(*columns_.id)),
                    " occurs twice at epoch ", columns.number);
    epoch.has[sample] = true;
    max_count_ = std::max(max_count_, ++epoch.count);
    columns.positions[sample] = {value(columns_.x), value(columns_.y)};
    if (columns_.prediction)
        columns.predictions[sample] = names_.add(rows_.text(*columns_.prediction));
    if (columns_.confidence) columns.confidence[sample] = value(*columns_.confidence);
    keep_label(sample);
    further_->add(sample, rows_);
}

bool PlaceReader::has_numbered_rows() const {
    const bool is_guessed = columns_.id && chosen_.find("id=") == std::string_view::npos;
    return is_guessed && epochs_.size() > 1 && ids_.count() == epochs_.size() * max_count_;
}

void PlaceReader::expect_same_counts() const {
    if (columns_.id) return;
    for (const auto& [number, rows] : epochs_)
        if (rows.count != max_count_)
            throw Error(where_, "has ", rows.count, " rows at epoch ", number, " and ", max_count_,
                        " at another; a column of ids says which samples they are: see --columns");
}

/// Every sample has a place at every epoch in memory: a few rows must not make many of them.
void PlaceReader::expect_room(std::size_t rows) const {
    constexpr std::size_t cells_per_row = 256;
    constexpr std::size_t spare_cells = std::size_t{1} << 22U;
    if (samples() * epochs_.size() > cells_per_row * rows + spare_cells)
        throw Error(where_, "has ", samples(), " samples and ", epochs_.size(), " epochs in ", rows,
                    " rows, expected a row for most samples at most epochs");
}

/// Samples without a row are absent at the epoch.
void PlaceReader::complete(Rows& rows) const {
    EpochColumns& columns = rows.columns;
    columns.positions.resize(samples(), {unknown, unknown});
    if (columns_.prediction) columns.predictions.resize(samples(), no_label);
    if (columns_.confidence) columns.confidence.resize(samples(), unknown);
    names_.to_classes(columns.predictions);
}

PlaceTable PlaceReader::read(std::vector<std::string>& warnings, const Job& job) {
    constexpr std::size_t between_looks = 10'000;
    if (!rows_.next()) throw Error(where_, "has no rows, expected one for each sample");
    columns_ = choose_columns(rows_, where_, chosen_);
    if (!has_ids_) columns_.id.reset();
    warnings.push_back(where_ + ": places are read from the columns " + described(columns_, rows_) +
                       "; choose others with --columns");
    further_.emplace(rows_, columns_);
    std::size_t count = 0;
    bool is_cut = false;
    do {
        // A last line without an end may be cut off before its places.
        is_cut = rows_.is_unfinished() && !(rows_.number(columns_.x) && rows_.number(columns_.y));
        if (is_cut) break;
        read_row();
        if (++count % between_looks == 0 && job.stop.stop_requested()) throw Cancelled();
    } while (rows_.next());
    if (is_cut || rows_.is_cut())
        warnings.push_back(where_ + ": the last line is cut off; it is left out");
    if (count == 0) throw Error(where_, "has no whole row, expected one for each sample");
    expect_same_counts();
    expect_room(count);
    return result(warnings);
}

PlaceTable PlaceReader::result(std::vector<std::string>& warnings) {
    std::vector<EpochColumns> epochs;
    for (auto& [number, rows] : epochs_) {
        complete(rows);
        epochs.push_back(std::move(rows.columns));
    }
    if (columns_.label) names_.to_classes(labels_);
    Classes classes = columns_.label || columns_.prediction
                          ? names_.classes()
                          : Classes{.names = {"all"}, .colours = {}};
    try {
        const EpochSeries series =
            make_series(std::move(classes), std::move(labels_), std::move(epochs));
        warn_of_absent(series, warnings);
        return {series.with_frame(box_around(series).value_or(default_frame)), further_->finish()};
    } catch (const Error& error) {
        throw Error(where_, error.what());
    }
}

/// Whether a file is one of those in which Dataset Cartography puts the coordinates of a map.
bool is_data_map(const fs::path& path) {
    return std::ranges::find(data_map_names, path.filename().string()) != data_map_names.end();
}

bool has_ending(const fs::path& path, std::initializer_list<std::string_view> endings) {
    return std::ranges::find(endings, in_lower_case(path.extension().string())) != endings.end();
}

bool is_table_name(const fs::path& path) {
    return has_ending(path, {".csv", ".tsv", ".jsonl", ".ndjson", ".json"});
}

/// What may be any text, and fits only if it has columns of places.
bool is_text_name(const fs::path& path) { return has_ending(path, {".txt", ".dat"}); }

/// The beginning of a file, as far as its lines are whole.
std::string beginning_of(const fs::path& path) {
    InputFile file(path, max_table);
    std::string text(std::min(file.size(), looked_at), '\0');
    text.resize(file.read({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
    if (file.size() > looked_at) text.resize(whole_lines(text).size());
    return text;
}

/// Whether an object has its columns as lists, or as objects by row.
bool has_lists(const TableReader& rows) {
    const auto begins_list = [&](std::size_t column) {
        const std::string_view cell = rows.text(column);
        return cell.starts_with('[') || cell.starts_with('{');
    };
    const auto columns = guess_columns(rows);
    return rows.is_objects() && columns && (begins_list(columns->x) || begins_list(columns->y));
}

/// The first column of objects that holds lists; empty if there is none.
std::string list_column(const TableReader& rows) {
    for (std::size_t i = 0; i < rows.names().size(); ++i)
        if (rows.is_objects() && rows.text(i).starts_with('[')) return rows.names()[i];
    return {};
}

/// Tables whose columns of places are not clear fit if it may be chosen: opening says how.
Fit fit_place_table(const fs::path& path) {
    constexpr double is_table = 0.4;
    // The reason counts more than what lies beside the file.
    constexpr double is_told = 0.9;
    if (is_folder(path) || !(is_table_name(path) || is_text_name(path))) return {};
    if (is_projector_tensors(path)) return {};
    // What is known of the samples of a dataset stands for its folder.
    if (path.stem() == "samples" && path_exists(path.parent_path() / "info.json")) return {};
    try {
        std::vector<std::string> ignored;
        const std::string text = decoded(path.string(), beginning_of(path), ignored);
        if (text.empty()) return is_text_name(path) ? Fit{} : Fit{is_table, "is empty"};
        TableReader rows(path.string(), text);
        if (!rows.next()) return {is_table, "has no rows"};
        if (is_text_name(path)) return guess_columns(rows) ? Fit{.share = 1} : Fit{};
        if (has_lists(rows))
            return {is_told, "has lists as its columns, expected an object for each sample"};
        if (guess_columns(rows)) return {.share = 1};
        if (begins_like_curves(text)) return {is_table, "has no columns of places"};
        // Those of training signals hold none that could be chosen.
        if (rows.find({"probs", "label_probs"})) return {is_table, "has no columns of places"};
        std::size_t numbers = 0;
        for (std::size_t i = 0; i < rows.names().size(); ++i) numbers += rows.number(i) ? 1 : 0;
        if (numbers >= 2) return {.share = 1};
        if (const std::string name = list_column(rows); !name.empty())
            return {is_told, "has lists in its column " + in_quotes(name) +
                                 ", expected a number in each of two columns x and y; features "
                                 "are saved as .npy"};
        return {is_table, "has no two columns of numbers"};
    } catch (const Error&) {
        if (is_text_name(path)) return {};
        return {is_table, "is no table of rows and columns"};
    }
}

Dataset open_place_table(const fs::path& path, const OpenOptions& options, const Job& job) {
    const std::string where = path.filename().string();
    std::vector<std::string> warnings;
    const std::string text = decoded(where, read_text(path, max_table), warnings);
    PlaceTable table = read_place_table(where, text, options.columns, warnings, job);
    Dataset dataset{.series = std::move(table.series),
                    .backgrounds = nullptr,
                    .name = path.stem().string(),
                    .path = {},
                    .format = {},
                    .warnings = std::move(warnings)};
    Metadata metadata{std::move(table.columns), path.parent_path().string()};
    if (!metadata.columns.empty())
        dataset.metadata = std::make_shared<const Metadata>(std::move(metadata));
    if (is_data_map(path)) dataset.axes = Axes{"variability", "confidence"};
    return dataset;
}

}  // namespace

const Format place_table_format{
    .name = "table",
    .files = "X.csv, X.tsv or X.jsonl with columns x and y",
    .fit = fit_place_table,
    .open_dataset = open_place_table,
};

PlaceTable read_place_table(std::string_view where, std::string_view text, std::string_view columns,
                            std::vector<std::string>& warnings, const Job& job) {
    std::vector<std::string> said;
    PlaceReader reader(where, text, columns);
    PlaceTable table = reader.read(said, job);
    if (reader.has_numbered_rows()) {
        said.clear();
        table = PlaceReader(where, text, columns, false).read(said, job);
    }
    warnings.insert(warnings.end(), said.begin(), said.end());
    return table;
}

}  // namespace epochscope
