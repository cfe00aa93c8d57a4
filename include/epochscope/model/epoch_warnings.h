#pragma once

#include <epochscope/model/training_checkpoint.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace epochscope {

/// What the user should know of some epochs, each message said once.
class EpochWarnings {
  public:
    void add(const std::string& message, std::int64_t epoch);
    /// Of one: `message: epoch "7"`; of more: `message: 20 epochs, the first of them "1"`.
    [[nodiscard]] std::vector<std::string> sentences() const;

    /// All of it, and such as was told before.
    [[nodiscard]] std::vector<EpochWarning> warnings() const;
    void add(const std::vector<EpochWarning>& warnings);

  private:
    std::map<std::string, EpochWarning> warnings_;
};

}  // namespace epochscope
