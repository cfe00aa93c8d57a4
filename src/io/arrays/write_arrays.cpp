#include "io/dataset_writers.h"
#include "io/npy/array_file.h"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <optional>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

using ListsOf = NeighbourLists Epoch::*;

std::size_t longest_list(const EpochSeries& series, ListsOf lists) {
    std::size_t longest = 0;
    for (std::size_t e = 0; e < series.epoch_count(); ++e) {
        const NeighbourLists& of_epoch = series.epoch(e).*lists;
        for (std::size_t i = 0; i < of_epoch.size(); ++i)
            longest = std::max(longest, of_epoch[i].size());
        series.release(e);
    }
    return longest;
}

/// Writes neighbour lists, padded to the length of the longest.
class ListsFile {
  public:
    ListsFile(const EpochSeries& series, const fs::path& file, ListsOf lists)
        : lists_(lists),
          row_(longest_list(series, lists)),
          file_(file, {series.epoch_count(), series.sample_count(), row_.size()}) {}

    void write(const Epoch& epoch) {
        const NeighbourLists& lists = epoch.*lists_;
        for (std::size_t i = 0; i < epoch.positions.size(); ++i) {
            std::fill(row_.begin(), row_.end(), -1);
            if (!lists.empty()) {
                const std::span<const std::int32_t> list = lists[i];
                std::copy_n(list.begin(), std::min(list.size(), row_.size()), row_.begin());
            }
            file_.write(row_);
        }
    }
    void finish() { file_.finish(); }

  private:
    ListsOf lists_;
    std::vector<std::int32_t> row_;
    ArrayFile<std::int32_t> file_;
};

}  // namespace

std::vector<std::int32_t> labels_in_files(const EpochSeries& series) {
    std::vector<std::int32_t> labels(series.labels().begin(), series.labels().end());
    if (const auto unlabelled = series.classes().unlabelled)
        std::ranges::replace(labels, *unlabelled, no_label);
    return labels;
}

void write_arrays(const EpochSeries& series, const fs::path& folder, const BeforeEpoch& before) {
    const std::size_t epochs = series.epoch_count();
    const std::size_t samples = series.sample_count();
    ArrayFile<std::int32_t> labels(folder / "labels.npy", {samples});
    labels.write(labels_in_files(series));
    labels.finish();
    ArrayFile<float> positions(folder / "positions.npy", {epochs, samples, 2});
    std::optional<ArrayFile<std::int32_t>> predictions;
    std::optional<ArrayFile<float>> confidence;
    std::optional<ListsFile> intra;
    std::optional<ListsFile> inter;
    const std::initializer_list<std::size_t> table{epochs, samples};
    if (series.has_predictions()) predictions.emplace(folder / "predictions.npy", table);
    if (series.has_confidence()) confidence.emplace(folder / "confidence.npy", table);
    if (series.has_intra()) intra.emplace(series, folder / "intra_similarity.npy", &Epoch::intra);
    if (series.has_inter()) inter.emplace(series, folder / "inter_similarity.npy", &Epoch::inter);
    for (std::size_t e = 0; e < epochs; ++e) {
        before(e);
        const Epoch& epoch = series.epoch(e);
        positions.write({reinterpret_cast<const float*>(epoch.positions.data()), 2 * samples});
        if (predictions) predictions->write_or_fill(epoch.predictions, samples, -1);
        if (confidence)
            confidence->write_or_fill(epoch.confidence, samples,
                                      std::numeric_limits<float>::quiet_NaN());
        if (intra) intra->write(epoch);
        if (inter) inter->write(epoch);
        series.release(e);
    }
    const auto finish = [](auto& file) {
        if (file) file->finish();
    };
    positions.finish();
    finish(predictions);
    finish(confidence);
    finish(intra);
    finish(inter);
}

}  // namespace epochscope
