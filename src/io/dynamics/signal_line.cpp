#include "io/dynamics/signal_line.h"

#include "io/dynamics/field_values.h"

#include <epochscope/model/classes.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <string_view>

namespace epochscope {

namespace {

/// The tolerance of sums of probabilities, which covers a few classes rounded to two digits.
constexpr double sum_tolerance = 0.02;
/// The tolerance between two values of the same probability.
constexpr double same_tolerance = 1e-3;

/// The fields of a TrustAI line, if present.
struct TrustaiFields {
    std::optional<std::string_view> id;
    std::optional<std::int32_t> label;
    std::optional<std::int32_t> prediction;
    std::int32_t s_label = 0;
    std::optional<bool> correct;
    bool has_loss = false;
    std::optional<double> loss;
    std::optional<double> label_probability;
};

/// The keys of TrustAI lines in their order, and one of TrustAI's own files.
enum TrustaiKey : std::size_t {
    id_key,
    label_key,
    pred_label_key,
    noisy_label_key,
    correct_key,
    loss_key,
    probs_key,
    label_probs_key,
    s_label_key,
};
constexpr std::array<std::string_view, 9> trustai_keys{"id",          "label",       "pred_label",
                                                       "noisy_label", "correct",     "loss",
                                                       "probs",       "label_probs", "s_label"};

void read_field(LiteralReader& reader, std::string_view key, std::size_t which,
                TrustaiFields& fields, std::vector<double>& probabilities) {
    switch (which) {
        case id_key:
            fields.id = read_id(reader, key, reader.texts());
            break;
        case label_key:
            fields.label = read_label(reader, key);
            break;
        case pred_label_key:
            fields.prediction = read_class(reader, key);
            break;
        case noisy_label_key:
        case s_label_key:
            fields.s_label = read_mark(reader, key);
            break;
        case correct_key:
            fields.correct = read_truth(reader, key);
            break;
        case loss_key:
            fields.has_loss = true;
            fields.loss = read_number(reader, key);
            break;
        case probs_key:
            read_numbers(reader, key, probabilities);
            expect_probabilities(reader, key, probabilities);
            break;
        case label_probs_key:
            fields.label_probability = read_number(reader, key);
            if (fields.label_probability)
                fields.label_probability = probability(reader, key, *fields.label_probability);
            break;
        default:
            reader.skip_value();
    }
}

/// Reads an object: field(key, which) reads the value of each key. `which` is its index among the
/// usual keys, which are listed in their usual order, or their number.
template <typename Field>
void read_object(LiteralReader& reader, std::span<const std::string_view> usual,
                 const Field& field) {
    reader.expect('{');
    for (std::size_t k = 0; !reader.take('}'); ++k) {
        const std::string_view guess = k < usual.size() ? usual[k] : std::string_view{};
        const std::string_view key = reader.key(guess);
        // A right guess is returned itself and needs no comparison.
        const bool guessed = key.data() == guess.data();
        field(key, guessed ? k
                           : static_cast<std::size_t>(std::find(usual.begin(), usual.end(), key) -
                                                      usual.begin()));
        if (reader.take(',')) continue;
        if (reader.take('}')) break;
        reader.expect('}');
    }
}

void expect_class(const LiteralReader& reader, const char* field, std::int32_t value,
                  std::size_t classes, const char* list) {
    if (static_cast<std::size_t>(value) < classes) return;
    reader.fail(std::string(field) + " is " + std::to_string(value) + ", expected 0.." +
                std::to_string(classes - 1) + ": " + list + " has " + std::to_string(classes) +
                " entries");
}

void flag(SignalLine& line, Oddity oddity, bool odd) {
    line.odd[static_cast<std::size_t>(oddity)] = odd;
}

/// Whether a sample is not evaluated, since it has no label or its outputs are not numbers; notes
/// why.
bool is_unevaluated(std::span<const double> outputs, SignalLine& line) {
    const bool are_known = !outputs.empty() && std::ranges::all_of(outputs, [](double output) {
        return std::isfinite(output);
    });
    flag(line, Oddity::label, line.label == no_label);
    flag(line, Oddity::outputs, line.label != no_label && !are_known);
    if (line.label != no_label && are_known) return false;
    constexpr float unknown = std::numeric_limits<float>::quiet_NaN();
    line.verdict = {.label_probability = std::numeric_limits<double>::quiet_NaN(),
                    .prediction = -1,
                    .confidence = unknown,
                    .margin = unknown,
                    .el2n = unknown,
                    .loss = unknown};
    return true;
}

/// Computes the values of probabilities, and their disagreement with other fields.
void judge_by_probabilities(const LiteralReader& reader, const TrustaiFields& fields,
                            const std::vector<double>& probabilities, SignalLine& line) {
    expect_class(reader, "label", line.label, probabilities.size(), "probs");
    line.classes = static_cast<std::uint32_t>(probabilities.size());
    line.verdict = evaluate_probabilities(probabilities, line.label);
    line.right = line.verdict.prediction == line.label;
    const double sum = std::accumulate(probabilities.begin(), probabilities.end(), 0.0);
    flag(line, Oddity::sum, std::abs(sum - 1) > sum_tolerance);
    if (fields.prediction)
        flag(line, Oddity::prediction, *fields.prediction != line.verdict.prediction);
    if (fields.correct) flag(line, Oddity::correct, *fields.correct != line.right);
    if (fields.label_probability) {
        const double off = *fields.label_probability - line.verdict.label_probability;
        flag(line, Oddity::label_probability, std::abs(off) > same_tolerance);
    }
}

/// The same without probabilities.
void judge_without_probabilities(const LiteralReader& reader, const TrustaiFields& fields,
                                 SignalLine& line) {
    constexpr float unknown = std::numeric_limits<float>::quiet_NaN();
    if (!fields.label_probability) reader.fail("has neither probs nor label_probs");
    if (!fields.correct && !fields.prediction)
        reader.fail("does not say what was predicted: has none of probs, pred_label and correct");
    line.verdict.prediction = fields.prediction.value_or(-1);
    line.verdict.confidence = unknown;
    line.verdict.margin = unknown;
    line.verdict.el2n = unknown;
    flag(line, Oddity::outputs, std::isnan(*fields.label_probability));
    const double p = std::max(*fields.label_probability, min_probability);
    line.verdict.loss = static_cast<float>(-std::log(p));
    line.right = fields.prediction == line.label;
}

}  // namespace

SignalLine TrustaiLayout::read(LiteralReader& reader, std::vector<double>& numbers) const {
    TrustaiFields fields;
    numbers.clear();
    read_object(reader, trustai_keys, [&](std::string_view key, std::size_t which) {
        read_field(reader, key, which, fields, numbers);
    });
    if (!fields.id) reader.fail("has no id");
    if (!fields.label) reader.fail("has no label");
    SignalLine line;
    line.id = *fields.id;
    line.label = *fields.label;
    line.s_label = fields.s_label;
    const bool has_outputs = !numbers.empty();
    line.classes = static_cast<std::uint32_t>(numbers.size());
    if ((has_outputs || line.label == no_label) && is_unevaluated(numbers, line)) return line;
    if (!has_outputs)
        judge_without_probabilities(reader, fields, line);
    else
        judge_by_probabilities(reader, fields, numbers, line);
    // Explicit fields take precedence, as in TrustAI's scripts.
    if (fields.correct) line.right = *fields.correct;
    if (fields.label_probability) line.verdict.label_probability = *fields.label_probability;
    const bool known = fields.loss && std::isfinite(static_cast<float>(*fields.loss));
    flag(line, Oddity::loss, fields.has_loss && !known);
    if (known) line.verdict.loss = static_cast<float>(*fields.loss);
    if (fields.has_loss && !known) line.verdict.loss = std::numeric_limits<float>::quiet_NaN();
    return line;
}

SignalLine CartographyLayout::read(LiteralReader& reader, std::vector<double>& numbers) const {
    std::optional<std::string_view> guid;
    std::optional<std::int32_t> gold;
    bool has_logits = false;
    const std::array<std::string_view, 3> usual{"guid", logits_key_, "gold"};
    numbers.clear();
    read_object(reader, usual, [&](std::string_view key, std::size_t which) {
        switch (which) {
            case 0:
                guid = read_id(reader, key, reader.texts());
                break;
            case 1:
                read_numbers(reader, key, numbers);
                has_logits = true;
                break;
            case 2:
                gold = read_label(reader, key);
                break;
            default:
                if (key.starts_with("logits_epoch_"))
                    reader.fail("has " + std::string(key) + ", expected " + logits_key_);
                reader.skip_value();
        }
    });
    if (!guid) reader.fail("has no guid");
    if (!gold) reader.fail("has no gold");
    if (!has_logits) reader.fail("has no " + logits_key_);
    SignalLine line;
    line.id = *guid;
    line.label = *gold;
    line.classes = static_cast<std::uint32_t>(numbers.size());
    if (*gold != no_label && !numbers.empty())
        expect_class(reader, "gold", *gold, numbers.size(), logits_key_.c_str());
    if (is_unevaluated(numbers, line)) return line;
    if (are_probabilities_) expect_probabilities(reader, logits_key_, numbers);
    line.verdict = are_probabilities_ ? evaluate_probabilities(numbers, line.label)
                                      : evaluate_logits(numbers, line.label);
    line.right = line.verdict.prediction == line.label;
    return line;
}

}  // namespace epochscope
