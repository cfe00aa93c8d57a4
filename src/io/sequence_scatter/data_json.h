#pragma once

#include "io/json/json_text.h"

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace epochscope {

/// Largest `data.json` that one thread reads at once, in bytes: what simdjson can index.
inline constexpr std::size_t max_data_json = 0xFFFFFFFFU;

/// What a `data.json`, or a slice of it, holds.
struct DataJson {
    /// In the order of the file.
    std::vector<EpochColumns> epochs;
    /// Keys of epochs that are not known, in quotation marks.
    std::set<std::string> unknown;
};

/// Reads texts one after another in the same memory.
class DataJsonParser {
  public:
    DataJsonParser();
    ~DataJsonParser();
    DataJsonParser(const DataJsonParser&) = delete;
    DataJsonParser& operator=(const DataJsonParser&) = delete;

    /// Reads the text of a `data.json` of `samples` samples. Counts and types are checked; the
    /// ranges of values and whether an epoch occurs twice are make_series's to check. Throws Error,
    /// its messages beginning with "data.json". O(bytes).
    DataJson parse(const JsonText& text, std::size_t samples, const Job& job);

  private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

/// The same for a single text; keys that are not known become one warning.
std::vector<EpochColumns> parse_data_json(const JsonText& text, std::size_t samples,
                                          std::vector<std::string>& warnings, const Job& job = {});

/// The warning that names keys which are not known, if there are any.
void warn_of(const std::set<std::string>& unknown, std::vector<std::string>& warnings);

}  // namespace epochscope
