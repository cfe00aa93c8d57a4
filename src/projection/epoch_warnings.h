#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace epochscope {

/// What the user should know of some epochs, each matter said once.
class EpochWarnings {
  public:
    void add(const std::string& matter, std::int64_t epoch);
    /// Of one: `matter: epoch "7"`; of more: `matter: 20 epochs, the first of them "1"`.
    [[nodiscard]] std::vector<std::string> sentences() const;

  private:
    struct Epochs {
        std::size_t count = 0;
        std::int64_t first = 0;
    };
    std::map<std::string, Epochs> matters_;
};

}  // namespace epochscope
