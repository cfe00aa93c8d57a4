#include "io/visualizer/visualizer_epoch.h"

#include "io/files/paths.h"
#include "io/npy/shape_text.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>
#include <epochscope/model/recording.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// Opens a table of one row a sample, if the file exists.
std::optional<NpyArray> open_table(const fs::path& file, std::size_t rows) {
    if (!path_exists(file)) return std::nullopt;
    NpyArray table = NpyArray::open(file).squeezed();
    if (table.shape().size() != 2 || table.shape()[0] != rows || table.shape()[1] == 0)
        throw Error(table.name(), "has the shape ", shape_text(table.shape()), ", expected (", rows,
                    ", at least 1), one row for each label, or for each sample of index.json");
    return table;
}

std::vector<Point> read_projection(const fs::path& file, std::size_t samples,
                                   std::span<const std::size_t> order) {
    constexpr float absent = std::numeric_limits<float>::quiet_NaN();
    const auto table = open_table(file, order.empty() ? samples : order.size());
    if (!table) throw Error(file.string(), "does not exist");
    if (table->shape()[1] != 2)
        throw Error(table->name(), "has ", table->shape()[1], " columns, expected 2");
    const std::vector<float> values = table->reals();
    std::vector<Point> points(samples, Point{absent, absent});
    for (std::size_t row = 0; row < values.size() / 2; ++row)
        points[order.empty() ? row : order[row]] = {values[2 * row], values[2 * row + 1]};
    return points;
}

/// Returns the number of classes.
std::size_t read_outputs(const fs::path& file, std::size_t samples, OutputKind kind,
                         EpochColumns& columns) {
    const NpyArray array = as_outputs(NpyArray::open(file));
    if (array.shape()[0] != samples)
        throw Error(array.name(), "has the shape ", shape_text(array.shape()), ", expected (",
                    samples, ", at least 1), one row for each label");
    const std::vector<float> values = array.reals();
    const std::vector<float> logits = logits_from({values, array.shape()[1]}, kind, array.name());
    const std::size_t classes = logits.size() / samples;
    Predictions verdicts = predictions_from({logits, classes});
    columns.predictions = std::move(verdicts.predictions);
    columns.confidence = std::move(verdicts.confidence);
    return classes;
}

/// Rows of neighbours, padded with -1.
void read_lists(const NpyArray& table, EpochColumns::Lists& lists) {
    const std::size_t columns = table.shape()[1];
    std::vector<std::int32_t> row(columns);
    lists.offsets.push_back(0);
    for (std::size_t i = 0; i < table.shape()[0]; ++i) {
        table.read(i * columns, std::span(row));
        std::copy_if(row.begin(), row.end(), std::back_inserter(lists.samples),
                     [](std::int32_t sample) { return sample != -1; });
        lists.offsets.push_back(lists.samples.size());
    }
}

}  // namespace

EpochColumns read_visualizer_epoch(const VisualizerEpoch& epoch, std::size_t samples,
                                   std::span<const std::size_t> order, OutputKind kind,
                                   std::size_t& logit_classes) {
    EpochColumns columns;
    columns.number = epoch.number;
    columns.positions = read_projection(epoch.projection, samples, order);
    if (!epoch.outputs.empty())
        logit_classes =
            std::max(logit_classes, read_outputs(epoch.outputs, samples, kind, columns));
    if (const auto intra = open_table(epoch.recorded / "intra_similarity.npy", samples))
        read_lists(*intra, columns.intra);
    if (const auto inter = open_table(epoch.recorded / "inter_similarity.npy", samples))
        read_lists(*inter, columns.inter);
    return columns;
}

}  // namespace epochscope
