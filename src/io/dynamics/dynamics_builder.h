#pragma once

#include "io/dynamics/line_chunk.h"
#include "io/dynamics/signal_line.h"

#include <epochscope/model/training_dynamics.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace epochscope {

/// Collects lines into columns. Samples are sorted by id: numerically if all ids are integers, else
/// by bytes.
class DynamicsBuilder {
  public:
    /// The following lines are of this file.
    void begin_file(std::string name);
    /// Stores a line as the sample's next evaluation; `line` counts from 1. Throws Error if it
    /// contradicts earlier lines.
    void add_next(const SignalLine& record, std::size_t line);
    /// Stores it as the evaluation of this index. False if the sample already has one; then the
    /// first counts.
    bool add_at(const SignalLine& record, std::size_t line, std::size_t evaluation);

    [[nodiscard]] std::size_t sample_count() const { return samples_.size(); }
    [[nodiscard]] std::size_t evaluation_count() const { return evaluations_.size(); }
    /// The number of samples with the evaluation of this index.
    [[nodiscard]] std::size_t samples_at(std::size_t evaluation) const {
        return evaluation < known_.size() ? known_[evaluation] : 0;
    }
    /// The number of evaluations of each sample, in order of appearance.
    [[nodiscard]] std::vector<std::uint32_t> evaluations_of_samples() const;
    [[nodiscard]] const std::string& id_of(std::size_t sample) const { return ids_[sample]; }

    /// Builds the dynamics; `numbers` are those of the evaluations. Oddities become warnings.
    /// Leaves the builder empty.
    TrainingDynamics finish(std::vector<std::int64_t> numbers);

  private:
    struct Sample {
        std::int32_t label = 0;
        std::int32_t s_label = 0;
        std::uint32_t evaluations = 0;
    };

    std::size_t index_of(const SignalLine& record, std::size_t line);
    /// Whether an id is a number larger than all before and so new; stores it as the largest.
    bool is_beyond_all(std::string_view id);
    /// Builds the index of ids if there is none yet.
    void expect_index();
    void check(const SignalLine& record, std::size_t line, const Sample& sample);
    void keep_at(const SignalLine& record, std::size_t line, std::size_t sample,
                 std::size_t evaluation);
    /// Throws Error if a cell for each sample and evaluation would be far more than there are
    /// lines.
    void expect_room(std::size_t line, std::size_t evaluations) const;
    void note_oddities(const SignalLine& record, std::size_t line);
    void warn_of_oddities(std::vector<std::string>& warnings) const;
    [[nodiscard]] std::vector<std::uint32_t> order() const;

    std::string file_;
    std::size_t lines_ = 0;
    std::size_t classes_ = 0;
    std::size_t classes_named_ = 0;
    std::size_t last_ = 0;
    std::deque<std::string> ids_;
    /// Empty while ids are increasing numbers, the usual case.
    std::unordered_map<std::string_view, std::size_t> by_id_;
    bool rising_ = true;
    std::optional<std::int64_t> max_;
    std::vector<Sample> samples_;
    std::vector<Evaluation> evaluations_;
    std::vector<std::size_t> known_;
    struct Odd {
        std::size_t count = 0;
        std::string first;
    };
    std::array<Odd, oddity_count> odd_;
};

}  // namespace epochscope
