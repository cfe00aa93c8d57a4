#include "io/files/paths.h"
#include "io/npy/row_numbers.h"
#include "io/npy/shape_text.h"

#include <epochscope/io/npy.h>
#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// Empty if there is none.
fs::path labels_beside(const fs::path& folder) {
    for (const char* name : {"labels.npy", "given_labels.npy"})
        if (path_exists(folder / name)) return folder / name;
    return {};
}

void expect_label(const std::string& name, std::size_t sample, std::int32_t label,
                  std::size_t classes) {
    if (label >= 0 && static_cast<std::size_t>(label) < classes) return;
    throw Error(name, "entry ", sample, " is ", label, ", expected 0..", classes - 1,
                ", a column of pred_probs.npy");
}

void expect_probabilities(const std::string& name, std::size_t sample,
                          std::span<const double> row) {
    for (const double p : row)
        if (!(p >= 0 && p <= 1))
            throw Error(name, "row ", sample, " has ", p, ", expected probabilities, 0..1");
}

}  // namespace

bool is_predicted_probabilities(const fs::path& folder) {
    return path_exists(folder / "pred_probs.npy") && !labels_beside(folder).empty();
}

TrainingDynamics read_predicted_probabilities(const fs::path& folder, const Job& job) {
    const RowNumbers<double> table(folder / "pred_probs.npy");
    if (table.shape.size() != 2 || table.values.empty())
        throw Error(table.name, "has the shape ", shape_text(table.shape),
                    ", expected (N, C), the probabilities of each sample");
    const std::size_t samples = table.shape[0];
    const std::size_t classes = table.shape[1];
    const NpyArray labels = NpyArray::open(labels_beside(folder));
    if (labels.shape().size() != 1 || labels.size() != samples)
        throw Error(labels.name(), "has the shape ", shape_text(labels.shape()), ", expected (",
                    samples, "), a label for each row of pred_probs.npy");
    TrainingDynamics dynamics;
    dynamics.labels = labels.integers();
    dynamics.s_labels.resize(samples);
    for (std::size_t c = 0; c < classes; ++c) dynamics.classes.names.push_back(std::to_string(c));
    Evaluation evaluation = Evaluation::of(1, samples);
    for (std::size_t i = 0; i < samples; ++i) {
        constexpr std::size_t between_looks = 10'000;
        if (i % between_looks == 0 && job.stop.stop_requested()) throw Cancelled();
        const std::span<const double> row(table.values.data() + i * classes, classes);
        const std::int32_t label = dynamics.labels[i];
        dynamics.ids.push_back(std::to_string(i));
        expect_label(labels.name(), i, label, classes);
        expect_probabilities(table.name, i, row);
        keep(evaluation, i, evaluate_probabilities(row, label), label);
    }
    dynamics.evaluations.push_back(std::move(evaluation));
    return dynamics;
}

}  // namespace epochscope
