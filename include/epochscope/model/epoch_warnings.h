#pragma once

#include <epochscope/model/training_checkpoint.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace epochscope {

/// Warnings about epochs, each message once.
class EpochWarnings {
  public:
    void add(const std::string& message, std::int64_t epoch);
    /// For one epoch: `message: epoch "7"`; for more: `message: 20 epochs, the first of them "1"`.
    [[nodiscard]] std::vector<std::string> sentences() const;

    /// All warnings, for a checkpoint; and adds those of one.
    [[nodiscard]] std::vector<EpochWarning> warnings() const;
    void add(const std::vector<EpochWarning>& warnings);

  private:
    std::map<std::string, EpochWarning> warnings_;
};

}  // namespace epochscope
