#pragma once

#include <deque>
#include <optional>

namespace epochscope {

/// How long work will still take, by how quickly it went in the latter half of the time that it has
/// taken so far: parts of it may be slower than others, or have been done before.
class TimeLeft {
  public:
    /// The seconds that are left when so many have passed and this share of the work is done, 0..1;
    /// neither may fall. Nothing while too little is known: in the first two seconds, and where
    /// nothing was done lately.
    std::optional<double> at(double seconds, double fraction);

  private:
    struct Mark {
        double seconds;
        double fraction;
    };
    /// The first is the last one in the former half.
    std::deque<Mark> marks_;
};

}  // namespace epochscope
