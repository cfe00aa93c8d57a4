#include "io/files/paths.h"
#include "io/npy/label_array.h"
#include "io/npy/row_numbers.h"
#include "io/npy/shape_text.h"
#include "io/npy/usual_arrays.h"

#include <epochscope/io/npy.h>
#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The file of one of these names; empty if there is none.
fs::path array_in(const fs::path& folder, UsualNames usual) {
    for (const std::string_view name : usual)
        if (const fs::path file = folder / (std::string(name) + ".npy"); path_exists(file))
            return file;
    return {};
}

fs::path probabilities_in(const fs::path& folder) { return array_in(folder, probability_names); }

/// The labels that cleanlab is given, which may be wrong.
fs::path labels_beside(const fs::path& folder) {
    constexpr std::array<std::string_view, 2> given{"given_labels", "noisy_labels"};
    fs::path labels = array_in(folder, label_names);
    return labels.empty() ? array_in(folder, given) : labels;
}

void expect_label(const std::string& name, std::size_t sample, std::int32_t label,
                  std::size_t classes) {
    if (label < 0 || static_cast<std::size_t>(label) >= classes)
        throw Error(name, "entry ", sample, " is ", label, ", expected 0..", classes - 1,
                    ", a column of pred_probs.npy");
}

/// Whether all are numbers. What is just outside of 0..1 becomes 0 or 1.
bool take_probabilities(const std::string& name, std::size_t sample, std::span<double> row) {
    constexpr double rounding = 1e-5;
    for (double& p : row) {
        if (!std::isfinite(p)) return false;
        if (p < -rounding || p > 1 + rounding)
            throw Error(name, "row ", sample, " has ", p, ", expected probabilities, 0..1");
        p = std::clamp(p, 0.0, 1.0);
    }
    return true;
}

/// Reads the rows of labelled samples.
class PredictionReader {
  public:
    explicit PredictionReader(const fs::path& folder)
        : table_(probabilities_in(folder)),
          labels_(read_label_array(NpyArray::open(labels_beside(folder)))) {
        const std::string file = labels_beside(folder).string();
        if (table_.shape.size() != 2 || table_.values.empty())
            throw Error(table_.name, "has the shape ", shape_text(table_.shape),
                        ", expected (N, C), the probabilities of each sample");
        if (labels_.labels.size() != table_.shape[0])
            throw Error(file, "has ", labels_.labels.size(), " labels, pred_probs.npy has ",
                        table_.shape[0], " rows");
        for (std::size_t i = 0; i < labels_.labels.size(); ++i)
            if (labels_.labels[i] != no_label)
                expect_label(file, i, labels_.labels[i], table_.shape[1]);
    }

    TrainingDynamics read(const Job& job) {
        constexpr std::size_t between_looks = 10'000;
        const std::size_t samples = labels_.labels.size();
        const auto labelled =
            samples - static_cast<std::size_t>(std::ranges::count(labels_.labels, no_label));
        dynamics_.classes = classes();
        Evaluation evaluation = Evaluation::of(1, labelled);
        for (std::size_t i = 0; i < samples; ++i) {
            if (i % between_looks == 0 && job.stop.stop_requested()) throw Cancelled();
            if (labels_.labels[i] != no_label) read_sample(i, evaluation);
        }
        dynamics_.s_labels.resize(labelled);
        dynamics_.evaluations.push_back(std::move(evaluation));
        if (labelled < samples)
            warn(std::to_string(samples - labelled) + " samples have no label and are left out");
        if (unknown_ > 0)
            warn("the probabilities of " + std::to_string(unknown_) + " samples (the first is " +
                 std::to_string(first_unknown_) + ") are no numbers; they are not evaluated");
        return std::move(dynamics_);
    }

  private:
    [[nodiscard]] Classes classes() const {
        Classes classes{.names = labels_.names, .colours = {}};
        for (std::size_t c = classes.names.size(); c < table_.shape[1]; ++c)
            classes.names.push_back(std::to_string(c));
        return classes;
    }

    void read_sample(std::size_t i, Evaluation& evaluation) {
        const std::size_t sample = dynamics_.labels.size();
        const std::span<double> row =
            std::span(table_.values).subspan(i * table_.shape[1], table_.shape[1]);
        dynamics_.labels.push_back(labels_.labels[i]);
        dynamics_.ids.push_back(std::to_string(i));
        if (take_probabilities(table_.name, i, row))
            keep(evaluation, sample, evaluate_probabilities(row, labels_.labels[i]),
                 labels_.labels[i]);
        else if (unknown_++ == 0)
            first_unknown_ = i;
    }

    void warn(const std::string& what) { dynamics_.warnings.push_back(table_.name + ": " + what); }

    RowNumbers<double> table_;
    LabelArray labels_;
    TrainingDynamics dynamics_;
    std::size_t unknown_ = 0;
    std::size_t first_unknown_ = 0;
};

}  // namespace

bool is_predicted_probabilities(const fs::path& folder) {
    return !probabilities_in(folder).empty() && !labels_beside(folder).empty();
}

TrainingDynamics read_predicted_probabilities(const fs::path& folder, const Job& job) {
    return PredictionReader(folder).read(job);
}

}  // namespace epochscope
