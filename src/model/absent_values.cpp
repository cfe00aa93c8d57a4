#include <epochscope/model/absent_values.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

/// Adds those that are not `known`. Nearly always all are, which a pass without branches tells.
void add_unknown(AbsentValues& absent, const char* what, std::int64_t number, const auto& values,
                 auto known) {
    std::size_t count = 0;
    for (const auto& value : values) count += known(value) ? 0U : 1U;
    if (count == 0) return;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!known(values[i])) absent.add(what, number, i);
}

}  // namespace

void AbsentValues::add(const std::string& what, std::int64_t epoch, std::size_t sample) {
    Count& count = kinds_[what][epoch];
    count.first = count.samples == 0 ? sample : std::min(count.first, sample);
    ++count.samples;
}

void AbsentValues::add(const AbsentValues& others) {
    for (const auto& [what, epochs] : others.kinds_)
        for (const auto& [epoch, count] : epochs) {
            Count& sum = kinds_[what][epoch];
            sum.first = sum.samples == 0 ? count.first : std::min(sum.first, count.first);
            sum.samples += count.samples;
        }
}

std::vector<std::string> AbsentValues::sentences() const {
    std::vector<std::string> said;
    for (const auto& [what, epochs] : kinds_) {
        const auto& [epoch, count] = *epochs.begin();
        std::string& sentence = said.emplace_back("epoch " + std::to_string(epoch) + ": " + what);
        sentence += count.samples == 1
                        ? " of 1 sample ("
                        : " of " + std::to_string(count.samples) + " samples (the first is ";
        sentence += std::to_string(count.first) + ") is not a number";
        if (epochs.size() == 1) continue;
        std::size_t more = 0;
        for (const auto& [number, other] : epochs) more += other.samples;
        sentence += "; the same holds for " + std::to_string(more - count.samples) + " at " +
                    std::to_string(epochs.size() - 1) + " more epochs";
    }
    return said;
}

AbsentValues absent_values(const Epoch& epoch) {
    AbsentValues absent;
    const std::int64_t number = epoch.number;
    add_unknown(absent, "position", number, epoch.positions,
                [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    add_unknown(absent, "prediction", number, epoch.predictions,
                [](std::int32_t prediction) { return prediction >= 0; });
    add_unknown(absent, "confidence", number, epoch.confidence,
                [](float confidence) { return std::isfinite(confidence); });
    return absent;
}

AbsentValues absent_values(const EpochSeries& series) {
    AbsentValues absent;
    for (const Epoch& epoch : series.epochs()) absent.add(absent_values(epoch));
    return absent;
}

std::vector<std::string> refused_values(const EpochSeries& series) {
    constexpr std::size_t most_told = 3;
    std::vector<std::string> said;
    std::size_t more = 0;
    for (std::size_t e = 0; e < series.epoch_count(); ++e) {
        try {
            check_values(series, e);
        } catch (const Error& error) {
            if (said.size() == most_told)
                ++more;
            else
                said.emplace_back(error.what());
        }
        series.release(e);
    }
    if (more > 0)
        said.push_back("values of " + std::to_string(more) + " more epochs are out of their range");
    return said;
}

}  // namespace epochscope
