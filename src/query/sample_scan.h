#pragma once

#include "query/column_test.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <vector>

namespace epochscope {

/// Goes through the samples of a range that pass tests, in order. They are tested in blocks that
/// grow, on all cores, so that the first ones are had early.
class SampleScan {
  public:
    SampleScan() = default;
    /// Throws Cancelled, as next does.
    SampleScan(std::size_t begin, std::size_t end, std::vector<ColumnTest> tests,
               std::stop_token stop);

    [[nodiscard]] bool is_at_end() const { return sample_ >= end_; }
    [[nodiscard]] std::size_t sample() const { return sample_; }
    void next();

  private:
    void test_block();

    std::size_t sample_ = 0;
    std::size_t end_ = 0;
    std::vector<ColumnTest> tests_;
    std::stop_token stop_;
    /// The samples from `tested_begin_` on that were tested, and whether they passed.
    std::size_t tested_begin_ = 0;
    std::vector<std::uint8_t> marks_;
};

}  // namespace epochscope
