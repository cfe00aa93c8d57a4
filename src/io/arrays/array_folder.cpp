#include "io/arrays/array_folder.h"

#include "io/arrays/array_memory.h"
#include "io/files/paths.h"
#include "io/files/sidecar_files.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/maps/plane_map.h"
#include "io/metadata/samples_file.h"
#include "io/npy/label_array.h"
#include "io/npy/shape_text.h"
#include "io/places.h"
#include "io/recording/recording_link.h"

#include <epochscope/io/background_folder.h>
#include <epochscope/io/thumbnails.h>
#include <epochscope/model/absent_values.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

class Reader {
  public:
    Reader(const fs::path& folder, ArrayInfo info, const Job& job)
        : folder_(folder),
          info_(std::move(info)),
          job_(job),
          positions_(NpyArray::open(folder / "positions.npy")) {
        const auto& shape = positions_.shape();
        if (shape.size() != 3 || shape[2] != 2)
            throw Error(positions_.name(), "has the shape ", shape_text(shape),
                        ", expected (epochs, samples, 2)");
        if (!has_rows(positions_))
            throw Error((folder_ / "info.json").string(), "epochs names ", epochs(),
                        ", positions.npy has ", shape[0]);
        memory_ = std::make_shared<ArrayMemory>(rows().of);
    }

    EpochSeries read(std::vector<std::string>& warnings) {
        std::vector<std::int32_t> found = read_labels(warnings);
        add_unlabelled(info_.classes, found);
        const std::span<const std::int32_t> labels = memory_->keep(std::move(found));
        const std::span<const float> places =
            of_epochs(positions_, memory_->reals_of(positions_, job_));
        const auto predictions = read_integers("predictions", 2);
        const auto intra = read_integers("intra_similarity", 3);
        const auto inter = read_integers("inter_similarity", 3);
        const auto confidence = read_reals("confidence");
        std::vector<Epoch> views;
        for (const std::size_t row : rows().of) {
            const std::int64_t number = info_.epochs[row];
            Epoch& epoch = views.emplace_back();
            epoch.number = number;
            const std::span<const float> place = part(places, row);
            epoch.positions = {reinterpret_cast<const Point*>(place.data()), samples()};
            if (is_known("predictions", number)) epoch.predictions = part(predictions, row);
            if (is_known("confidence", number)) epoch.confidence = part(confidence, row);
            if (is_known("intra_similarity", number)) epoch.intra = lists(intra, row);
            if (is_known("inter_similarity", number)) epoch.inter = lists(inter, row);
        }
        const std::vector<std::string> said = memory_->warnings();
        warnings.insert(warnings.end(), said.begin(), said.end());
        return {std::move(info_.classes), labels, std::move(views),
                info_.place.frame.value_or(default_frame), memory_};
    }

    /// The rows of the arrays in the order of their epochs' numbers.
    [[nodiscard]] EpochRows rows() const {
        EpochRows rows{.of = std::vector<std::size_t>(epochs())};
        std::iota(rows.of.begin(), rows.of.end(), std::size_t{0});
        std::ranges::sort(rows.of, {}, [&](std::size_t row) { return info_.epochs[row]; });
        if (info_.is_live) rows.most = epochs();
        return rows;
    }

  private:
    /// The values of all epochs.
    template <typename T>
    using Values = std::optional<std::span<const T>>;

    [[nodiscard]] std::size_t epochs() const { return info_.epochs.size(); }
    [[nodiscard]] std::size_t samples() const { return positions_.shape()[1]; }

    [[nodiscard]] std::vector<std::int32_t> read_labels(std::vector<std::string>& warnings) const {
        const fs::path file = folder_ / "labels.npy";
        if (!path_exists(file)) {
            if (info_.labels.empty())
                throw Error(folder_.string(),
                            "has no labels.npy, and info.json no label_index: one is expected");
            expect_samples("info.json: label_index", info_.labels.size());
            return info_.labels;
        }
        const LabelArray found = read_label_array(NpyArray::open(file));
        expect_samples(file.string(), found.labels.size());
        if (!found.remark.empty()) warnings.push_back(found.remark);
        std::vector<std::int32_t> labels = labels_among(found, file.string(), info_.classes.names);
        check_labels(file.string(), labels);
        if (!info_.labels.empty() && info_.labels != labels)
            throw Error(file.string(), "differs from the label_index of info.json");
        return labels;
    }

    void expect_samples(const std::string& where, std::size_t count) const {
        if (count != samples())
            throw Error(where, "has ", count, " entries, positions.npy has ", samples(),
                        " samples");
    }

    void check_labels(const std::string& where, std::span<const std::int32_t> labels) const {
        const std::size_t classes = info_.classes.names.size();
        // Branch-free first pass: opening checks a million labels.
        std::uint32_t largest = 0;
        for (const std::int32_t label : labels)
            largest = std::max(largest, static_cast<std::uint32_t>(label));
        if (largest < classes) return;
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (labels[i] < no_label ||
                (labels[i] >= 0 && static_cast<std::size_t>(labels[i]) >= classes))
                throw Error(where, "entry ", i, " is ", labels[i], ", expected 0..", classes - 1);
    }

    /// Whether an array has a row for each epoch. In a folder that grows, there may be more.
    [[nodiscard]] bool has_rows(const NpyArray& array) const {
        const std::size_t count = array.shape()[0];
        return info_.is_live ? count >= epochs() : count == epochs();
    }

    /// Opens an array of (epochs, samples) or (epochs, samples, neighbours), if the file exists.
    [[nodiscard]] std::optional<NpyArray> open(const std::string& name, std::size_t axes) const {
        const fs::path file = folder_ / (name + ".npy");
        if (!path_exists(file)) return std::nullopt;
        NpyArray array = NpyArray::open(file);
        const auto& shape = array.shape();
        if (shape.size() != axes || !has_rows(array) || shape[1] != samples())
            throw Error(array.name(), "has the shape ", shape_text(shape), ", positions.npy has ",
                        shape_text(positions_.shape()), ": expected (", epochs(), ", ", samples(),
                        axes == 3 ? ", neighbours)" : ")");
        return array;
    }

    [[nodiscard]] Values<std::int32_t> read_integers(const std::string& name, std::size_t axes) {
        const auto array = open(name, axes);
        if (!array) return std::nullopt;
        return of_epochs(*array, memory_->integers_of(*array, job_));
    }

    [[nodiscard]] Values<float> read_reals(const std::string& name) {
        const auto array = open(name, 2);
        if (!array) return std::nullopt;
        return of_epochs(*array, memory_->reals_of(*array, job_));
    }

    [[nodiscard]] bool is_known(const std::string& name, std::int64_t number) const {
        const auto found = info_.unknown.find(name);
        return found == info_.unknown.end() || !found->second.contains(number);
    }

    /// Of the values of an array those that count.
    template <typename T>
    [[nodiscard]] std::span<const T> of_epochs(const NpyArray& array,
                                               std::span<const T> values) const {
        return values.first(values.size() / array.shape()[0] * epochs());
    }

    /// The part of an array for one epoch; empty if there is no array.
    template <typename T>
    [[nodiscard]] std::span<const T> part(const Values<T>& values, std::size_t row) const {
        if (!values) return {};
        const std::size_t length = values->size() / epochs();
        return values->subspan(row * length, length);
    }
    template <typename T>
    [[nodiscard]] std::span<const T> part(std::span<const T> values, std::size_t row) const {
        return part(Values<T>(values), row);
    }

    [[nodiscard]] NeighbourLists lists(const Values<std::int32_t>& values, std::size_t row) const {
        if (!values) return {};
        const std::size_t width = values->size() / std::max<std::size_t>(1, epochs() * samples());
        return NeighbourLists::padded(part(values, row), samples(), width);
    }

    fs::path folder_;
    ArrayInfo info_;
    const Job& job_;
    NpyArray positions_;
    std::shared_ptr<ArrayMemory> memory_;
};

/// Whether all values of mapped files can be looked at without making opening slow.
bool is_small(const EpochSeries& series) {
    constexpr std::size_t most = std::size_t{1} << 20U;
    return series.sample_count() <= most / series.epoch_count();
}

Fit fit_arrays(const fs::path& folder) {
    constexpr double one_of_two = 0.5;
    // An info.json alone is as well that of other formats.
    constexpr double info_alone = 0.4;
    const bool has_info = path_exists(folder / "info.json");
    if (!path_exists(folder / "positions.npy"))
        return has_info
                   ? Fit{info_alone, "has no positions.npy, expected info.json and positions.npy"}
                   : Fit{};
    if (!has_info) return {one_of_two, "has no info.json, expected info.json and positions.npy"};
    return {.share = 1};
}

Dataset open_arrays(const fs::path& folder, const OpenOptions& /*options*/, const Job& job) {
    std::vector<std::string> warnings;
    ArrayInfo info =
        parse_array_info(JsonText::from_file(folder / "info.json", max_info_json).view(), warnings);
    const std::optional<Origin> origin = info.place.background_origin;
    const std::optional<Axes> axes = info.place.axes;
    const bool has_frame = info.place.frame.has_value();
    std::string recording = find_recording(info.recording, folder);
    auto recording_settings = std::move(info.recording.settings);
    Reader reader(folder, std::move(info), job);
    Dataset dataset{.series = reader.read(warnings),
                    .backgrounds = nullptr,
                    .name = {},
                    .path = {},
                    .format = {},
                    .warnings = std::move(warnings)};
    dataset.backgrounds =
        open_background_folder(folder / "background", dataset.series, origin, dataset.warnings);
    if (!has_frame)
        dataset.series =
            with_fitting_frame(dataset.series, dataset.backgrounds != nullptr, dataset.warnings);
    if (is_small(dataset.series)) {
        warn_of_absent(dataset.series, dataset.warnings);
        std::ranges::move(refused_values(dataset.series), std::back_inserter(dataset.warnings));
    }
    dataset.axes = axes;
    dataset.recording = std::move(recording);
    dataset.recording_settings = std::move(recording_settings);
    read_plane_map(folder, reader.rows(), dataset);
    dataset.sidecar_files = find_pictures(folder, dataset.warnings);
    std::ranges::copy(find_curves(folder, dataset.warnings),
                      std::back_inserter(dataset.sidecar_files));
    dataset.thumbnails = find_thumbnails(folder, dataset.series.sample_count(), dataset.warnings);
    dataset.metadata = read_samples_file(folder, dataset.series, dataset.warnings, job);
    return dataset;
}

}  // namespace

const Format array_folder_format{
    .name = "arrays",
    .files = "info.json and positions.npy",
    .fit = fit_arrays,
    .open_dataset = open_arrays,
};

}  // namespace epochscope
