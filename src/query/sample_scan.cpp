#include "query/sample_scan.h"

#include <epochscope/compute/threads.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

namespace epochscope {

namespace {

constexpr std::size_t first_block = 4096;
constexpr std::size_t last_block = std::size_t{1} << 19U;
/// Samples of a task: their marks stay in the cache from test to test.
constexpr std::size_t grain = 8192;

}  // namespace

SampleScan::SampleScan(std::size_t begin, std::size_t end, std::vector<ColumnTest> tests,
                       std::stop_token stop)
    : sample_(begin),
      end_(end),
      tests_(std::move(tests)),
      stop_(std::move(stop)),
      tested_begin_(begin) {
    if (tests_.empty() || sample_ >= end_) return;
    test_block();
    if (marks_.front() == 0) next();
}

void SampleScan::test_block() {
    const std::size_t size =
        std::min({end_ - sample_, marks_.empty() ? first_block : 8 * marks_.size(), last_block});
    tested_begin_ = sample_;
    marks_.assign(size, 1);
    const auto test = [&](std::size_t from, std::size_t to) {
        end_if_stopped(stop_);
        const auto marks = std::span(marks_).subspan(from, to - from);
        for (const ColumnTest& column : tests_)
            column(tested_begin_ + from, tested_begin_ + to, marks);
    };
    // One sample of a join is not worth a task.
    if (size <= grain) return test(0, size);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, size, grain),
                      [&](const auto& range) { test(range.begin(), range.end()); });
}

void SampleScan::next() {
    ++sample_;
    if (tests_.empty()) return;
    while (sample_ < end_) {
        const std::size_t at = sample_ - tested_begin_;
        if (at < marks_.size()) {
            const void* const found = std::memchr(marks_.data() + at, 1, marks_.size() - at);
            if (found != nullptr) {
                sample_ =
                    tested_begin_ + static_cast<std::size_t>(
                                        static_cast<const std::uint8_t*>(found) - marks_.data());
                return;
            }
            sample_ = tested_begin_ + marks_.size();
        } else {
            test_block();
        }
    }
}

}  // namespace epochscope
