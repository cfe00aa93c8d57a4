#pragma once

#include "app/datamap/picked_rows.h"

#include <epochscope/model/job.h>

#include <cstddef>
#include <filesystem>
#include <span>

namespace epochscope::app {

/// Writes samples as CSV (RFC 4180, UTF-8, a header first), one a row in the given order; without
/// signals only the columns before them. An unknown value is empty. Throws Error, Cancelled; then
/// no file is left.
void write_csv(const std::filesystem::path& target, const PickedFacts& facts,
               std::span<const std::size_t> samples, const Job& job = {});

}  // namespace epochscope::app
