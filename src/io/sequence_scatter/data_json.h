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

/// The maximum length of a `data.json` for one parse, in bytes: simdjson's limit.
inline constexpr std::size_t max_data_json = 0xFFFFFFFFU;

/// The content of a `data.json` or of a slice of it.
struct DataJson {
    /// In the order of the file.
    std::vector<EpochColumns> epochs;
    /// The unknown keys of epochs, quoted.
    std::set<std::string> unknown;
};

/// Parses texts one after another in the same memory.
class DataJsonParser {
  public:
    DataJsonParser();
    ~DataJsonParser();
    DataJsonParser(const DataJsonParser&) = delete;
    DataJsonParser& operator=(const DataJsonParser&) = delete;

    /// Parses a `data.json` of `samples` samples. Checks counts and types; make_series checks
    /// ranges and repeated epochs. Throws Error, with messages that begin with "data.json".
    /// O(bytes).
    DataJson parse(const JsonText& text, std::size_t samples, const Job& job);

  private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

/// The same for a single text; unknown keys become one warning.
std::vector<EpochColumns> parse_data_json(const JsonText& text, std::size_t samples,
                                          std::vector<std::string>& warnings, const Job& job = {});

/// The warning about unknown keys, if there are any.
void warn_of(const std::set<std::string>& unknown, std::vector<std::string>& warnings);

}  // namespace epochscope
