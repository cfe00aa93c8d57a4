#pragma once

#include <epochscope/model/training_checkpoint.h>

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

    /// All of it, and such as was told before.
    [[nodiscard]] std::vector<EpochMatter> matters() const;
    void add(const std::vector<EpochMatter>& matters);

  private:
    std::map<std::string, EpochMatter> matters_;
};

}  // namespace epochscope
