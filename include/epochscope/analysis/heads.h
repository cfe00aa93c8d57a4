#pragma once

#include <epochscope/model/head.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace epochscope {

/// The head of an epoch, or why there is none that can be relied on.
struct FoundHead {
    enum class Fault : std::uint8_t {
        none,
        /// There are neither a head nor logits to fit one to.
        missing,
        /// It makes other logits than were recorded: its residual is above head_residual_limit.
        misfit,
        /// It was recorded as a module, which fails, or gives no numbers.
        failed
    };

    /// Not known where there is a fault.
    Head head;
    Fault fault = Fault::none;
    /// See FittedHead.
    double residual = 0;
    /// Whether it was recorded as a module.
    bool is_module = false;
    /// What went wrong with one that failed.
    std::string failure = {};

    /// What is wrong with it, to be said after the epoch's name: "has no linear head, ...".
    [[nodiscard]] std::string words() const;
};

/// The head of an epoch: the module that was recorded, or see head_of. Throws Error where a value
/// of the recording is not finite. The same for any number of threads (0: all there are). O(N) rows
/// through a module.
FoundHead find_head(const Recording& recording, std::size_t epoch, int threads = 0);

/// The logits of rows of D by a head that is known, a row of C for each: in double precision of a
/// linear one. Throws Error where a module fails. The same for any number of threads (0: all).
std::vector<double> logits_of(const Head& head, const Table& rows, int threads = 0);

/// A head that is known, to be asked: as it is, or a linear one that answers like any other.
std::shared_ptr<const ClassifierHead> asked(const Head& head);

}  // namespace epochscope
