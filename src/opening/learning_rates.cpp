#include <epochscope/analysis/align_curves.h>
#include <epochscope/io/training_curves.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>
#include <epochscope/opening/learning_rates.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

bool is_learning_rate(const std::string& name) {
    std::string plain = in_lower_case(name);
    plain.erase(0, plain.rfind('/') + 1);
    std::ranges::replace_if(
        plain, [](char c) { return c == ' ' || c == '-'; }, '_');
    return plain == "lr" || plain == "learning_rate";
}

/// The last value until each epoch; before the first value, that one.
std::vector<double> at_epochs(std::span<const double> values, std::span<const double> places,
                              std::span<const std::int64_t> epochs) {
    // Numbers that were worked out need not be exactly those of the epochs.
    constexpr double reach = 1e-9;
    std::vector<double> found;
    for (const std::int64_t epoch : epochs) {
        std::optional<std::size_t> last;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const bool is_later = !last || places[i] >= places[*last];
            if (places[i] <= static_cast<double>(epoch) + reach && is_later) last = i;
        }
        if (!last && !places.empty())
            last = static_cast<std::size_t>(std::ranges::min_element(places) - places.begin());
        found.push_back(last ? values[*last] : std::nan(""));
    }
    return found;
}

bool are_rates(std::span<const double> values) {
    return std::ranges::all_of(values, [](double v) { return std::isfinite(v) && v >= 0; });
}

/// The rates of the curves of one file.
std::vector<LearningRates> rates_in(const fs::path& file, const fs::path& folder,
                                    const Recording& recording, const Job& job) {
    std::vector<std::int64_t> numbers;
    for (const RecordedEpoch& epoch : recording.epochs()) numbers.push_back(epoch.number);
    std::vector<std::string> unheeded;
    const auto steps = read_epochs_at_steps(folder, numbers.size(), unheeded);
    std::vector<LearningRates> found;
    for (const CurveRun& run : read_training_curves(file, {{}, job.stop}).runs) {
        const AlignedCurves aligned = align_to_epochs(
            run, numbers, steps ? std::span<const double>(*steps) : std::span<const double>());
        for (std::size_t s = 0; s < run.series.size(); ++s)
            if (is_learning_rate(run.series[s].name))
                found.push_back({at_epochs(run.series[s].values, aligned.epochs[s], numbers),
                                 file.filename().string() + ": " + run.series[s].name,
                                 {}});
    }
    return found;
}

}  // namespace

LearningRates learning_rates_of(const fs::path& folder, const Recording& recording,
                                const Job& job) {
    std::vector<LearningRates> found;
    std::vector<std::string> warnings;
    for (const fs::path& file : curves_beside(folder)) {
        try {
            for (LearningRates& rates : rates_in(file, folder, recording, job))
                found.push_back(std::move(rates));
        } catch (const Error& error) {
            warnings.emplace_back(error.what());
        }
    }
    LearningRates chosen;
    if (found.size() == 1 && are_rates(found.front().of_epochs))
        chosen = std::move(found.front());
    else if (found.size() == 1)
        warnings.push_back(found.front().source +
                           ": is not a finite number of 0 and up at each epoch; a learning rate of "
                           "1 is taken");
    else if (found.size() > 1)
        warnings.push_back(found[0].source + ": is one of " + std::to_string(found.size()) +
                           " curves of learning rates; a learning rate of 1 is taken");
    chosen.warnings = std::move(warnings);
    return chosen;
}

}  // namespace epochscope
