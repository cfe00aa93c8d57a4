#pragma once

#include "export/report/words.h"

#include <epochscope/export/report.h>
#include <epochscope/model/geometry.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The canvas of each theme, as resources/web/report.css has them.
inline constexpr Colour light_card{255, 255, 255};
inline constexpr Colour dark_card{0x1b, 0x1d, 0x21};

/// What the sections of a report are made of. Texts that return HTML are escaped.
struct ReportContext {
    const RunReport& report;
    const ReportOptions& options;
    ReportWords say;
    /// Of the classes, on a light and on a dark ground.
    std::vector<Colour> light;
    std::vector<Colour> dark;
    /// The indices of the epochs that are shown side by side.
    std::vector<std::size_t> epochs;

    [[nodiscard]] const Dataset& dataset() const { return *report.dataset; }
    [[nodiscard]] const EpochSeries& series() const { return report.dataset->series; }
    [[nodiscard]] std::int64_t number_of(std::size_t epoch) const {
        return series().epoch(epoch).number;
    }
    /// A class: its colour and its name.
    [[nodiscard]] std::string class_name(std::int32_t c) const;
    /// A sentence of the library.
    [[nodiscard]] std::string sentence(const std::string& english) const;
    /// Why there is no value.
    template <typename Value>
    [[nodiscard]] std::string reason(const Finding<Value>& finding) const {
        return reason(finding.absence, finding.fault);
    }
    [[nodiscard]] std::string reason(Absence absence, const std::string& fault) const;
};

/// A part of a report.
struct ReportSection {
    std::string_view id;
    std::string title;
    /// What the outline says of it: one line.
    std::string answer;
    std::string body;
    /// The commands that give its numbers.
    std::vector<std::string> verbs = {};
    /// Whether the answer is bad news.
    bool is_alarming = false;
};

ReportSection run_section(const ReportContext& context);
ReportSection curves_section(const ReportContext& context);
ReportSection epochs_section(const ReportContext& context, const Job& job);
ReportSection faithfulness_section(const ReportContext& context);
ReportSection health_section(const ReportContext& context);
ReportSection confusion_section(const ReportContext& context);
ReportSection suspects_section(const ReportContext& context);
ReportSection prototypes_section(const ReportContext& context);

}  // namespace epochscope
