#pragma once

#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <vector>

namespace epochscope::tests {

/// A recording of embeddings alone, [epoch][sample][dimension], all of one class.
class Run : public EpochMemory {
  public:
    using Samples = std::vector<std::vector<float>>;

    explicit Run(const std::vector<Samples>& epochs) : labels_(epochs.front().size()) {
        for (const Samples& samples : epochs) {
            std::vector<float>& values = values_.emplace_back();
            for (const auto& row : samples) values.insert(values.end(), row.begin(), row.end());
        }
        dimension_ = epochs.front().front().size();
    }

    static Recording recording(const std::vector<Samples>& epochs) {
        const auto run = std::make_shared<const Run>(epochs);
        std::vector<RecordedEpoch> views;
        for (std::size_t e = 0; e < epochs.size(); ++e)
            views.push_back({.number = static_cast<std::int64_t>(e + 1),
                             .embeddings = {run->values_[e], run->dimension_},
                             .logits = {},
                             .head = {},
                             .losses = {}});
        return {{{"one"}, {}}, run->labels_, std::move(views), run};
    }

  private:
    std::vector<std::vector<float>> values_;
    std::vector<std::int32_t> labels_;
    std::size_t dimension_ = 0;
};

/// 0, 1, ... up to a count.
inline std::vector<std::size_t> counted(std::size_t count) {
    std::vector<std::size_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), std::size_t{0});
    return numbers;
}

}  // namespace epochscope::tests
