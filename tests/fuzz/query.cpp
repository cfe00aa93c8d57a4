// Any bytes as a condition, an unfinished one, a query and words: what is asked for of three
// samples ends in time, within its limits, or says what is wrong.
#include <epochscope/query/sample_query.h>
#include <epochscope/query/sql_words.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

using namespace epochscope;

namespace {

std::shared_ptr<const SampleColumns> three_samples() {
    std::vector<EpochColumns> epochs(1);
    epochs[0].number = 1;
    epochs[0].positions = {{0, 0}, {1, 1}, {2, 2}};
    epochs[0].predictions = {0, 1, 1};
    Dataset dataset{.series = make_series({.names = {"cat", "dog"}, .colours = {}}, {0, 1, 0},
                                          std::move(epochs)),
                    .backgrounds = nullptr,
                    .name = "three",
                    .path = {},
                    .format = {},
                    .warnings = {}};
    dataset.metadata = std::make_shared<const Metadata>(
        Metadata{{Column::of_texts("text", "a sofa椅子", {6, 12, 12})}});
    return std::make_shared<const SampleColumns>(
        std::make_shared<const Dataset>(std::move(dataset)));
}

/// Stops what takes longer than a tenth of a second: a recursion may never end.
class Watchdog {
  public:
    std::stop_token begin() {
        const std::lock_guard lock(mutex_);
        stop_ = std::stop_source();
        begun_ = std::chrono::steady_clock::now();
        return stop_.get_token();
    }

  private:
    void watch(const std::stop_token& end) {
        while (!end.stop_requested()) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            const std::lock_guard lock(mutex_);
            if (std::chrono::steady_clock::now() - begun_ > std::chrono::milliseconds(100))
                stop_.request_stop();
        }
    }

    std::mutex mutex_;
    std::stop_source stop_;
    std::chrono::steady_clock::time_point begun_;
    std::jthread thread_{[this](const std::stop_token& end) { watch(end); }};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const SampleQuery query(three_samples());
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto expect = [](bool holds) {
        if (!holds) std::abort();
    };
    static_cast<void>(is_condition(text, query.columns()));
    const Completion completion = complete(query.columns(), text, 10);
    expect(completion.typed <= size && completion.choices.size() <= 10);
    for (const std::size_t sample : find_words(query.columns(), text)) expect(sample < 3);
    static Watchdog watchdog;
    const Job job{.progress = {}, .stop = watchdog.begin()};
    try {
        if (is_select(text))
            query.select(text, {.head = {}, .row = [](auto) { return true; }}, job);
        else
            for (const std::size_t sample : query.where(text, job)) expect(sample < 3);
    } catch (const QueryError& error) {
        expect(error.offset() <= size);
    } catch (const Cancelled&) {
        return 0;
    }
    return 0;
}
