#pragma once

#include <epochscope/analysis/run_report.h>
#include <epochscope/export/html.h>
#include <epochscope/model/job.h>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace epochscope {

enum class ReportLanguage : std::uint8_t { en, zh };

struct ReportOptions {
    ReportLanguage language = ReportLanguage::en;
    /// The numbers of the epochs that are shown side by side, at most max_report_epochs; empty: the
    /// first, the last and three between them.
    std::vector<std::int64_t> epochs = {};
    /// Says a sentence of the library, such as an alert, in the language of the page. Empty: in
    /// English.
    std::function<std::string(const std::string&)> translated = {};
    /// The number of threads (0: all). The bytes do not depend on it.
    int threads = 0;
};

inline constexpr std::size_t max_report_epochs = 24;

/// Makes a page that tells what happened in a run: one file without scripts, that needs no network,
/// for screens of any size, light and dark, and for paper. Its policy (Content-Security-Policy)
/// lets nothing run; names and texts of the dataset are text. Each number is in an element `data`
/// whose `value` has all of its digits. Lists are cut, which the page says, so that it stays small
/// whatever the size of the run.
///
/// Throws Error if the series has no epoch of a number, there are too many, or a background cannot
/// be read; Cancelled. O(samples of the epochs shown).
HtmlPage make_report(const RunReport& report, const ReportOptions& options = {},
                     const Job& job = {});

}  // namespace epochscope
