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

/// Gathers lines into columns. Samples come out in the order of their ids: by number where all are
/// whole numbers, else by bytes.
class DynamicsBuilder {
  public:
    /// Lines that follow are of this file.
    void begin_file(std::string name);
    /// Keeps a line as the sample's next evaluation; `line` counts from 1. Throws Error where it
    /// contradicts those before.
    void add_next(const SignalLine& record, std::size_t line);
    /// Keeps it as the evaluation of this index; of a sample that has it the first one counts, and
    /// false is returned.
    bool add_at(const SignalLine& record, std::size_t line, std::size_t evaluation);

    [[nodiscard]] std::size_t sample_count() const { return samples_.size(); }
    [[nodiscard]] std::size_t evaluation_count() const { return evaluations_.size(); }
    /// How many samples have the evaluation of this index.
    [[nodiscard]] std::size_t samples_at(std::size_t evaluation) const {
        return evaluation < known_.size() ? known_[evaluation] : 0;
    }
    /// How many evaluations each sample has, in the order in which they came.
    [[nodiscard]] std::vector<std::uint32_t> evaluations_of_samples() const;
    [[nodiscard]] const std::string& id_of(std::size_t sample) const { return ids_[sample]; }

    /// The dynamics; `numbers` are those of the evaluations. What is odd about lines becomes
    /// warnings. The builder is empty afterwards.
    TrainingDynamics finish(std::vector<std::int64_t> numbers);

  private:
    struct Sample {
        std::int32_t label = 0;
        std::int32_t s_label = 0;
        std::uint32_t evaluations = 0;
    };

    std::size_t index_of(const SignalLine& record, std::size_t line);
    /// Whether an id is a number greater than all before, so that it need not be looked for; keeps
    /// it as the greatest then.
    bool is_beyond_all(std::string_view id);
    /// Makes the index of ids where there is none yet.
    void expect_index();
    void check(const SignalLine& record, std::size_t line, const Sample& sample);
    void keep_at(const SignalLine& record, std::size_t line, std::size_t sample,
                 std::size_t evaluation);
    void expect_room(const SignalLine& record, std::size_t line, std::size_t evaluation) const;
    void note_oddities(const SignalLine& record, std::size_t line);
    void warn_of_oddities(std::vector<std::string>& warnings) const;
    [[nodiscard]] std::vector<std::uint32_t> order() const;

    std::string file_;
    std::size_t lines_ = 0;
    std::size_t classes_ = 0;
    std::size_t classes_named_ = 0;
    std::size_t last_ = 0;
    std::deque<std::string> ids_;
    /// Empty while ids are rising numbers, as they mostly are.
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
