#pragma once

#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace epochscope {

/// Says in one sentence where, what went wrong, and what was expected:
/// `data.json: epoch "7": projection has 59 points, label_index has 60`.
class Error : public std::runtime_error {
  public:
    /// Joins `where`, a colon and the parts of the sentence.
    template <typename... Parts>
    explicit Error(std::string_view where, const Parts&... parts)
        : std::runtime_error(join(where, parts...)) {}

  private:
    template <typename... Parts>
    static std::string join(std::string_view where, const Parts&... parts) {
        std::ostringstream out;
        out << where;
        if constexpr (sizeof...(parts) > 0) ((out << ": ") << ... << parts);
        return out.str();
    }
};

/// Thrown by long work when a stop is requested. Not an error: nothing is reported.
class Cancelled : public std::exception {
  public:
    [[nodiscard]] const char* what() const noexcept override { return "cancelled"; }
};

}  // namespace epochscope
