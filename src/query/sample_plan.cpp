#include "query/sample_plan.h"

#include "query/row_range.h"

#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace epochscope {

namespace {

/// SQLite trusts a scan with no more than this many arguments.
constexpr int max_trusted = 16;

std::optional<Comparison> comparison_of(unsigned char op) {
    switch (op) {
        case SQLITE_INDEX_CONSTRAINT_EQ:
        case SQLITE_INDEX_CONSTRAINT_IS:
            return Comparison::equal;
        case SQLITE_INDEX_CONSTRAINT_NE:
            return Comparison::not_equal;
        case SQLITE_INDEX_CONSTRAINT_LT:
            return Comparison::less;
        case SQLITE_INDEX_CONSTRAINT_GT:
            return Comparison::greater;
        case SQLITE_INDEX_CONSTRAINT_LE:
            return Comparison::at_most;
        case SQLITE_INDEX_CONSTRAINT_GE:
            return Comparison::at_least;
        case SQLITE_INDEX_CONSTRAINT_LIKE:
            return Comparison::like;
        case SQLITE_INDEX_CONSTRAINT_ISNULL:
            return Comparison::missing;
        case SQLITE_INDEX_CONSTRAINT_ISNOTNULL:
            return Comparison::known;
        default:
            return std::nullopt;
    }
}

/// The part of the samples for which a comparison holds, as a guess.
double part_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::equal:
        case Comparison::missing:
            return 0.1;
        case Comparison::not_equal:
        case Comparison::known:
            return 0.9;
        default:
            return 0.3;
    }
}

/// Whether the comparison at this place of the plan is with a constant and the same here as in
/// SQLite.
bool is_own_test(sqlite3_index_info& plan, int place, ColumnType type, Comparison comparison) {
    if (comparison == Comparison::missing || comparison == Comparison::known) return true;
    sqlite3_value* value = nullptr;
    if (std::string_view(sqlite3_vtab_collation(&plan, place)) != "BINARY" ||
        sqlite3_vtab_rhs_value(&plan, place, &value) != SQLITE_OK || value == nullptr)
        return false;
    return is_comparable(type, comparison, constant_of(value));
}

}  // namespace

void plan_samples(sqlite3_index_info& plan, std::span<const ColumnType> types, double samples) {
    std::string text;
    int arguments = 0;
    double rows = samples;
    bool is_one = false;
    const auto take = [&](int place, int column, Comparison comparison) {
        text += static_cast<char>(comparison) + std::to_string(column) + ' ';
        plan.aConstraintUsage[place].argvIndex = ++arguments;
        rows *= part_of(comparison);
    };
    for (int i = 0; i < plan.nConstraint; ++i) {
        const auto& constraint = plan.aConstraint[i];
        const int column = std::max(constraint.iColumn, 0);
        const auto comparison = comparison_of(constraint.op);
        if (constraint.usable == 0 || !comparison) continue;
        const bool is_list = sqlite3_vtab_in(&plan, i, -1) != 0;
        if (column == 0 && range_letter(constraint.op) != '\0') {
            take(i, 0, *comparison);
            is_one = is_one || *comparison == Comparison::equal;
        } else if (is_list) {
            sqlite3_vtab_in(&plan, i, 1);
            take(i, column, Comparison::in);
        } else if (is_own_test(plan, i, types[static_cast<std::size_t>(column)], *comparison)) {
            take(i, column, *comparison);
            plan.aConstraintUsage[i].omit = arguments <= max_trusted ? 1 : 0;
        }
    }
    if (is_one) rows = 1;
    if (is_one) plan.idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    plan.idxStr = sqlite3_mprintf("%s", text.c_str());
    plan.needToFreeIdxStr = 1;
    plan.estimatedRows = static_cast<sqlite3_int64>(std::max(rows, 1.0));
    // A row that SQLite sees costs it as much as fifty that are tested here.
    plan.estimatedCost = std::max(rows, 1.0) + (is_one ? 0 : samples / 50);
    const auto* const order = plan.aOrderBy;
    plan.orderByConsumed = plan.nOrderBy == 1 && order->desc == 0 && order->iColumn <= 0 ? 1 : 0;
}

std::vector<PlannedArgument> planned_arguments(const char* plan) {
    std::vector<PlannedArgument> arguments;
    std::string_view text(plan == nullptr ? "" : plan);
    while (!text.empty()) {
        PlannedArgument argument{.column = 0, .comparison = static_cast<Comparison>(text.front())};
        const std::size_t end = text.find(' ');
        std::from_chars(text.data() + 1, text.data() + end, argument.column);
        arguments.push_back(argument);
        text.remove_prefix(end + 1);
    }
    return arguments;
}

}  // namespace epochscope
