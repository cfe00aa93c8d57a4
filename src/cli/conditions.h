#pragma once

#include "cli/verb.h"

#include <epochscope/model/dataset.h>
#include <epochscope/query/sample_columns.h>
#include <epochscope/query/sample_query.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope::cli {

/// The option --where: the samples that a verb works on.
Option where_option(std::string& condition);

/// Shows a text with a caret below the place of a fault, and turns the fault into one of the call.
[[noreturn]] void refuse_query(std::string_view text, const QueryError& error,
                               std::string_view option, const Stage& stage);

/// The samples for which the condition of --where holds, increasing; nothing without a condition.
/// Throws CallError if the condition is at fault or holds for none.
std::optional<std::vector<std::size_t>> samples_where(const std::string& condition,
                                                      std::shared_ptr<const SampleColumns> columns,
                                                      const Stage& stage);

}  // namespace epochscope::cli
