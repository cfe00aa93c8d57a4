#include "cli/conditions.h"

#include "cli/progress_bar.h"
#include "cli/query_output.h"
#include "cli/values.h"

#include <algorithm>
#include <utility>

namespace epochscope::cli {

Option where_option(std::string& condition) {
    return {.id = "where",
            .value = &condition,
            .help =
                "Only samples for which a condition holds, as after WHERE in epochscope query: "
                "\"label = 'cat' AND flips > 3\".",
            .unit = "CONDITION"};
}

void refuse_query(std::string_view text, const QueryError& error, std::string_view option,
                  const Stage& stage) {
    const std::size_t place = std::min(error.offset(), text.size());
    const std::size_t before = place == 0 ? std::string_view::npos : text.rfind('\n', place - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = text.substr(begin, text.find('\n', place) - begin);
    stage.err << "  " << printable(line) << "\n  "
              << std::string(width_of(line.substr(0, place - begin)), ' ') << "^\n";
    throw CallError(std::string(option) + ": " + error.what());
}

std::optional<std::vector<std::size_t>> samples_where(const std::string& condition,
                                                      std::shared_ptr<const SampleColumns> columns,
                                                      const Stage& stage) {
    if (condition.empty()) return std::nullopt;
    const std::string name = columns->dataset()->name;
    std::vector<std::size_t> samples;
    try {
        samples = with_bar(stage, "asking", [&](const Job& job) {
            return SampleQuery(std::move(columns)).where(condition, job);
        });
    } catch (const QueryError& error) {
        refuse_query(condition, error, "--where", stage);
    }
    if (samples.empty())
        throw CallError("--where: holds for no sample of " + name + ", expected at least one");
    std::ranges::sort(samples);
    return samples;
}

}  // namespace epochscope::cli
