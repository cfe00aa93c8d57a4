#pragma once

#include <epochscope/model/error.h>

#include <cstdint>
#include <string>

namespace epochscope {

/// A file is shorter than its content says, as a program leaves it that is killed while it writes.
class FileCutOff : public Error {
  public:
    using Error::Error;
};

/// The warning about a last epoch that is left out for it.
inline std::string words_on_cut_off(const FileCutOff& error, std::int64_t epoch) {
    return std::string(error.what()) + "; epoch " + std::to_string(epoch) +
           ", the last one, was cut off and is left out";
}

}  // namespace epochscope
