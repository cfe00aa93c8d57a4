#pragma once

#include "app/datamap/picked_rows.h"

#include <epochscope/model/job.h>

#include <cstddef>
#include <filesystem>
#include <span>

namespace epochscope::app {

/// Writes a table of samples as CSV (RFC 4180, UTF-8, a line of names first), a row a sample in the
/// order given; without signals only the columns before them. A value that is not known is empty.
/// Throws Error, or Cancelled when stopped; then nothing is left of it.
void write_csv(const std::filesystem::path& target, const PickedFacts& facts,
               std::span<const std::size_t> samples, const Job& job = {});

}  // namespace epochscope::app
