#include <epochscope/render/teacher_links.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

/// The score of the strongest.
double most_of(const SampleTeachers& teachers) {
    double most = 0;
    for (const std::vector<Teacher>* const some : {&teachers.proponents, &teachers.opponents})
        for (const Teacher& teacher : *some) most = std::max(most, std::abs(teacher.score));
    return most;
}

TeacherLink link_of(const Teacher& teacher, double most) {
    TeacherLink link{.sample = teacher.sample, .is_opponent = teacher.score < 0, .reached = {}};
    const double sign = link.is_opponent ? -1 : 1;
    double sum = 0;
    for (const double score : teacher.by_epoch) {
        sum += score;
        link.reached.push_back(static_cast<float>(std::max(0.0, sign * sum / most)));
    }
    return link;
}

}  // namespace

float TeacherLinks::strength_at(const TeacherLink& link, double number) const {
    const auto after = std::ranges::upper_bound(
        numbers, number, {}, [](std::int64_t one) { return static_cast<double>(one); });
    const auto end = static_cast<std::size_t>(after - numbers.begin());
    const auto from = std::max<std::size_t>(end, 1) - 1;
    float reached = link.reached[from];
    if (end > 0 && end < numbers.size()) {
        const auto begin = static_cast<double>(numbers[from]);
        const double t = (number - begin) / (static_cast<double>(numbers[end]) - begin);
        reached += static_cast<float>(t) * (link.reached[end] - reached);
    }
    return std::min(reached, 1.0F);
}

TeacherLinks teacher_links_of(const SampleTeachers& teachers, std::vector<std::int64_t> numbers) {
    TeacherLinks links{.sample = static_cast<std::size_t>(teachers.sample),
                       .numbers = std::move(numbers),
                       .links = {}};
    const double most = most_of(teachers);
    for (const std::vector<Teacher>* const some : {&teachers.proponents, &teachers.opponents})
        for (const Teacher& teacher : *some) links.links.push_back(link_of(teacher, most));
    return links;
}

}  // namespace epochscope
