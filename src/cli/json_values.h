#pragma once

#include <nlohmann/json.hpp>

#include <optional>

namespace epochscope::cli {

/// What is not known is null.
template <typename Number>
nlohmann::ordered_json number_or_null(const std::optional<Number>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

}  // namespace epochscope::cli
