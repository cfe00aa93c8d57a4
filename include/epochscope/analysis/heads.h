#pragma once

#include <epochscope/model/head.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace epochscope {

/// The head of an epoch, or why there is none to rely on.
struct FoundHead {
    enum class Fault : std::uint8_t {
        none,
        /// There is neither a head nor logits to fit one to.
        missing,
        /// Its logits differ from the recorded ones: its residual is above head_residual_limit.
        misfit,
        /// It was recorded as a module, which fails or gives logits that are not finite.
        failed
    };

    /// Unknown if there is a fault.
    Head head;
    Fault fault = Fault::none;
    /// See FittedHead.
    double residual = 0;
    /// Whether it was recorded as a module.
    bool is_module = false;
    /// The error of a module that failed.
    std::string failure = {};

    /// The fault in words that follow the epoch's name: "has no linear head, ...".
    [[nodiscard]] std::string words() const;
};

/// The head of an epoch: the recorded module, or see head_of. Throws Error if a value of the
/// recording is not finite. The same for any number of threads (0: all there are). O(N) rows
/// through a module.
FoundHead find_head(const Recording& recording, std::size_t epoch, int threads = 0);

/// The logits of rows of D by a known head, a row of C for each; a linear head computes in double
/// precision. Throws Error if a module fails. The same for any number of threads (0: all there
/// are).
std::vector<double> logits_of(const Head& head, const Table& rows, int threads = 0);

/// A known head as a module: itself, or a linear head behind the same interface.
std::shared_ptr<const ClassifierHead> asked(const Head& head);

}  // namespace epochscope
