#pragma once

#include <epochscope/analysis/influence.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// A link to a proponent or an opponent.
struct TeacherLink {
    std::int32_t sample = 0;
    bool is_opponent = false;
    /// Of its influence until each recorded epoch, as a share of the strongest influence of all
    /// epochs: 0..1, or more where later epochs take some of it back. 0 where it is of the other
    /// sign.
    std::vector<float> reached;
};

/// Links of a sample with those that taught it and those that worked against it, which grow as
/// epochs go by.
struct TeacherLinks {
    std::size_t sample = 0;
    /// The numbers of the recorded epochs, increasing.
    std::vector<std::int64_t> numbers;
    std::vector<TeacherLink> links;

    /// The strength of a link at an epoch number, 0..1: interpolated between recorded epochs;
    /// before the first one, that of the first. O(log epochs).
    [[nodiscard]] float strength_at(const TeacherLink& link, double number) const;
};

/// The links of the influences on a sample. `numbers` are those of the recording's epochs.
TeacherLinks teacher_links_of(const SampleTeachers& teachers, std::vector<std::int64_t> numbers);

}  // namespace epochscope
