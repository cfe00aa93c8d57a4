#pragma once

#include <epochscope/compute/random.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope::tests {

/// Makes SELECTs of the tables samples and epochs that have one answer, rows in one order. Columns
/// of epochs are in braces: `{prediction_at(2)}`.
class GeneratedQuery {
  public:
    explicit GeneratedQuery(std::uint64_t seed) : random_(seed) {}

    std::string select();

  private:
    std::size_t below(std::size_t count) { return random_.below(count); }
    std::string any(const std::vector<std::string_view>& choices) {
        return std::string(choices[below(choices.size())]);
    }
    std::string column();
    std::string constant();
    std::string comparison();
    std::string condition(int depth);

    RandomGenerator random_;
};

}  // namespace epochscope::tests
