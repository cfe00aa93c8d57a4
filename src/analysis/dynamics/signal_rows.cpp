#include <epochscope/analysis/signal_rows.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <vector>

namespace epochscope {

namespace {

constexpr std::size_t block_size = 2048;
/// So many blocks are written at a time.
constexpr std::size_t batch_size = 16;
constexpr std::size_t max_classes_listed = 100;
/// TrustAI's script counts so many, whatever there are.
constexpr std::size_t min_classes_listed = 5;

/// The columns that are not signals, and the signals that they follow.
constexpr Signal before_predictions = Signal::first_learn;
constexpr Signal before_el2n = Signal::aum;

template <typename Number>
void append(std::string& text, Number number) {
    if constexpr (std::is_floating_point_v<Number>)
        if (std::isnan(number)) {  // Of either sign.
            text += "nan";
            return;
        }
    std::array<char, 32> digits{};
    text.append(digits.begin(), std::to_chars(digits.begin(), digits.end(), number).ptr);
}

void append_id(std::string& text, const std::string& id) {
    for (const char c : id) {
        constexpr std::string_view special = "\t\n\r\\";
        constexpr std::string_view letters = "tnr\\";
        const std::size_t found = special.find(c);
        if (found != std::string_view::npos) text += '\\';
        text += found != std::string_view::npos ? letters[found] : c;
    }
}

/// Writes the rows of some samples.
class RowWriter {
  public:
    RowWriter(const TrainingDynamics& dynamics, const SignalTable& table)
        : dynamics_(dynamics), table_(table) {}

    void append_row(std::string& text, std::size_t sample) {
        append_id(text, dynamics_.ids[sample]);
        for (std::size_t s = 0; s < signal_count; ++s) {
            const auto signal = static_cast<Signal>(s);
            text += '\t';
            append(text, table_[signal][sample]);
            if (signal == before_predictions) {
                text += '\t';
                append_predictions(text, sample);
                text += '\t';
                append_distribution(text, sample);
            } else if (signal == before_el2n) {
                text += '\t';
                append_el2n(text, sample);
            }
        }
        text += '\n';
    }

  private:
    void append_predictions(std::string& text, std::size_t sample) const {
        text += '[';
        bool first = true;
        for (const Evaluation& evaluation : dynamics_.evaluations) {
            if (!evaluation.has(sample)) continue;
            text += first ? "'" : ", '";
            append(text, evaluation.predictions[sample]);
            text += '\'';
            first = false;
        }
        text += ']';
    }

    void append_distribution(std::string& text, std::size_t sample) {
        std::vector<std::int32_t>& predicted = predicted_;
        predicted.clear();
        for (const Evaluation& evaluation : dynamics_.evaluations)
            if (evaluation.has(sample)) predicted.push_back(evaluation.predictions[sample]);
        std::sort(predicted.begin(), predicted.end());
        const bool all = dynamics_.class_count() <= max_classes_listed;
        text += '{';
        bool first = true;
        const auto list = [&](std::int32_t c) {
            const auto [begin, end] = std::equal_range(predicted.begin(), predicted.end(), c);
            text += first ? "'" : ", '";
            append(text, c);
            text += "': ";
            append(text, end - begin);
            first = false;
        };
        if (all)
            for (std::size_t c = 0; c < std::max(dynamics_.class_count(), min_classes_listed); ++c)
                list(static_cast<std::int32_t>(c));
        else
            for (std::size_t k = 0; k < predicted.size(); ++k)
                if (predicted[k] >= 0 && (k == 0 || predicted[k - 1] != predicted[k]))
                    list(predicted[k]);
        text += '}';
    }

    void append_el2n(std::string& text, std::size_t sample) const {
        text += '[';
        bool first = true;
        for (const Evaluation& evaluation : dynamics_.evaluations) {
            if (!evaluation.has(sample)) continue;
            if (!first) text += ", ";
            append(text, evaluation.el2n[sample]);
            first = false;
        }
        text += ']';
    }

    const TrainingDynamics& dynamics_;
    const SignalTable& table_;
    std::vector<std::int32_t> predicted_;
};

std::string header() {
    std::string text = "id";
    for (std::size_t s = 0; s < signal_count; ++s) {
        const auto signal = static_cast<Signal>(s);
        text += '\t';
        text += name_of(signal);
        if (signal == before_predictions) text += "\tpred_label\tpred_dist";
        if (signal == before_el2n) text += "\tel2n";
    }
    return text + '\n';
}

}  // namespace

std::string id_text(const std::string& id) {
    std::string text;
    append_id(text, id);
    return text;
}

std::string number_text(double number) {
    std::string text;
    append(text, number);
    return text;
}

void write_signal_rows(const TrainingDynamics& dynamics, const SignalTable& table,
                       const std::function<void(std::string_view)>& take, int threads) {
    take(header());
    const std::size_t samples = dynamics.sample_count();
    std::vector<std::string> texts(batch_size);
    for (std::size_t first = 0; first < samples; first += batch_size * block_size) {
        on_threads(threads, [&] {
            tbb::parallel_for(std::size_t{0}, batch_size, [&](std::size_t b) {
                RowWriter writer(dynamics, table);
                texts[b].clear();
                const std::size_t begin = std::min(first + b * block_size, samples);
                for (std::size_t i = begin; i < std::min(begin + block_size, samples); ++i)
                    writer.append_row(texts[b], i);
            });
        });
        for (const std::string& text : texts) take(text);
    }
}

}  // namespace epochscope
