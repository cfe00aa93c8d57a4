#include "io/dataset_writers.h"

#include <epochscope/io/output_file.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <type_traits>
#include <vector>

namespace epochscope {

namespace {

/// The maximum length of a word or number.
constexpr std::size_t longest = 64;
/// Samples between two checks of the stop token.
constexpr std::size_t chunk = 1U << 14U;

class Writer {
  public:
    Writer(const std::filesystem::path& file, const Job& job) : file_(file), job_(job) {}

    void write(const EpochSeries& series, const BeforeEpoch& before) {
        for (std::size_t e = 0; e < series.epoch_count(); ++e) {
            before(e);
            text(e == 0 ? "{" : ",\n");
            write(series.epoch(e));
            series.release(e);
        }
        text("}\n");
        flush();
        file_.finish();
    }

  private:
    void write(const Epoch& epoch) {
        text("\"");
        number(epoch.number);
        text("\":{\"projection\":");
        list(epoch.positions, [&](Point p) {
            text("[");
            number(p.x);
            text(",");
            number(p.y);
            text("]");
        });
        const auto numbers = [&](const auto& value) { number(value); };
        column("prediction", epoch.predictions, [&](std::int32_t prediction) {
            prediction < 0 ? text("null") : number(prediction);
        });
        column("confidence", epoch.confidence, numbers);
        const auto lists = [&](const auto& neighbours) { list(neighbours, numbers); };
        column("intra_similarity", epoch.intra, lists);
        column("inter_similarity", epoch.inter, lists);
        text("}");
    }

    template <typename Values, typename Write>
    void column(std::string_view name, const Values& values, const Write& write_value) {
        if (values.empty()) return;
        text(",\"");
        text(name);
        text("\":");
        list(values, write_value);
    }

    template <typename Values, typename Write>
    void list(const Values& values, const Write& write_value) {
        text("[");
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i % chunk == chunk - 1 && job_.stop.stop_requested()) throw Cancelled();
            if (i > 0) text(",");
            write_value(values[i]);
        }
        text("]");
    }

    /// Short texts of ours.
    void text(std::string_view words) {
        if (used_ + longest > buffer_.size()) flush();
        std::copy(words.begin(), words.end(), buffer_.data() + used_);
        used_ += words.size();
    }

    /// The shortest text that reads back as the same number; null for what is not finite.
    template <typename Number>
    void number(Number value) {
        if constexpr (std::is_floating_point_v<Number>)
            if (!std::isfinite(value)) return text("null");
        if (used_ + longest > buffer_.size()) flush();
        char* const begin = buffer_.data() + used_;
        used_ += static_cast<std::size_t>(std::to_chars(begin, begin + longest, value).ptr - begin);
    }

    void flush() {
        file_.write(std::string_view(buffer_.data(), used_));
        used_ = 0;
    }

    OutputFile file_;
    const Job& job_;
    std::vector<char> buffer_ = std::vector<char>(std::size_t{1} << 16U);
    std::size_t used_ = 0;
};

}  // namespace

void write_data_json(const EpochSeries& series, const std::filesystem::path& folder,
                     const BeforeEpoch& before, const Job& job) {
    Writer(folder / "data.json", job).write(series, before);
}

}  // namespace epochscope
