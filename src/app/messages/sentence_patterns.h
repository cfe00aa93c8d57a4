#pragma once

#include <span>
#include <vector>

namespace epochscope::app {

/// The sentences that the library says, and the parts that it joins, with %1, %2, ... for what
/// varies, in this order and each once. A test finds sentences of the library that none fits, and
/// patterns that the library does not say any more. Their translations are of this context.
constexpr const char* message_context = "epochscope::Message";

std::vector<const char*> sentence_patterns();

// The modules' lists.
std::span<const char* const> joining_patterns();
std::span<const char* const> model_patterns();
std::span<const char* const> analysis_patterns();
std::span<const char* const> projection_patterns();
std::span<const char* const> opening_patterns();
std::span<const char* const> file_patterns();
std::span<const char* const> array_patterns();
std::span<const char* const> curve_patterns();
std::span<const char* const> metadata_patterns();
std::span<const char* const> signal_patterns();
std::span<const char* const> json_patterns();
std::span<const char* const> recording_patterns();
std::span<const char* const> torch_patterns();
std::span<const char* const> export_patterns();

}  // namespace epochscope::app
