#pragma once

#include <epochscope/model/error.h>

namespace epochscope {

/// A file is shorter than its content says, as a program leaves it that is killed while it writes.
class FileCutOff : public Error {
  public:
    using Error::Error;
};

}  // namespace epochscope
