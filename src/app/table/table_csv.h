#pragma once

#include <epochscope/model/column.h>
#include <epochscope/model/job.h>

#include <cstdint>
#include <filesystem>
#include <span>

namespace epochscope::app {

/// Writes columns as CSV (RFC 4180, UTF-8, a header first), the samples of `rows` one a row in this
/// order, with all digits. A missing value is empty. Throws Error, Cancelled; then no file is left,
/// or that before.
void write_csv(const std::filesystem::path& target, std::span<const Column> columns,
               std::span<const std::uint32_t> rows, const Job& job = {});

}  // namespace epochscope::app
