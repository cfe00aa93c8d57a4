#include "query/generated_query.h"

namespace epochscope::tests {

std::string GeneratedQuery::column() {
    return any({"s.sample", "s.label", "s.text", "s.size", "s.ratio", "s.made", "s.seen",
                "s.\"select\"", "s.\"two words\"", "s.half", "s.flips", "s.first_correct",
                "s.suspicion", "s.correct_times", "s.{prediction_at(2)}", "s.{confidence_at(5)}",
                "s.{correct_at(1)}", "s.{x_at(5)}"});
}

std::string GeneratedQuery::constant() {
    return any({"0",
                "1",
                "3",
                "7.5",
                "-2",
                "0.5",
                "-0.0",
                "1e300",
                "9007199254740993",
                "9223372036854775807",
                "9.3e18",
                "-1e19",
                "NULL",
                "'cat'",
                "'dog'",
                "'it''s'",
                "'5'",
                "'2024-05-01'",
                "'2024-05-01 12'",
                "'yes'",
                "'text 12'",
                "''",
                "TRUE",
                "CAST('3' AS INTEGER)",
                "CAST(5 AS TEXT)",
                "x'6361'",
                "'CAT' COLLATE NOCASE",
                "1 + 2"});
}

std::string GeneratedQuery::comparison() {
    switch (below(9)) {
        case 0:
            return column() + " IS NULL";
        case 1:
            return column() + " IS NOT NULL";
        case 2:
            return column() + " BETWEEN " + constant() + " AND " + constant();
        case 3:
            return column() + " IN (" + constant() + ", " + constant() + ", " + constant() + ")";
        case 4:
            return column() + any({" LIKE ", " NOT LIKE "}) +
                   any({"'c%'", "'%1%'", "'TEXT _2%'", "'%t'", "'%'", "'2024%'", "'dog'"});
        case 5:
            return constant() + any({" < ", " = ", " >= "}) + column();
        case 6:
            return column() + any({" = ", " < ", " <> "}) + column();
        default:
            return column() +
                   any({" = ", " <> ", " < ", " <= ", " > ", " >= ", " IS ", " IS NOT "}) +
                   constant();
    }
}

std::string GeneratedQuery::condition(int depth) {
    if (depth == 0) return comparison();
    switch (below(5)) {
        case 0:
            return "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
        case 1:
            return "NOT (" + condition(depth - 1) + ")";
        case 2:
            return comparison();
        default:
            return condition(depth - 1) + " AND " + condition(depth - 1);
    }
}

std::string GeneratedQuery::select() {
    const std::string where = condition(2);
    switch (below(6)) {
        case 0:
            return "SELECT " + column() + ", count(*), max(" + column() +
                   ") FROM samples s WHERE " + where + " GROUP BY 1 ORDER BY 1";
        case 1:
            return "SELECT e.sample, e.epoch, e.prediction, e.confidence, e.correct, e.x, e.y, " +
                   column() + " FROM samples AS s JOIN epochs AS e ON e.sample = s.sample WHERE " +
                   where + " AND e.epoch " + any({"= 2", "> 1", "<= 4.5", "< '3'", "IN (1, 5)"}) +
                   " ORDER BY 1, 2";
        case 2:
            return "SELECT s.sample FROM samples s LEFT JOIN epochs e ON e.sample = s.sample AND "
                   "e.epoch = 5 AND e.correct WHERE e.sample IS NULL AND " +
                   where + " ORDER BY s.sample DESC LIMIT 500";
        case 3:
            return "SELECT s.sample FROM samples s WHERE s.sample " +
                   any({"IN (SELECT sample FROM epochs WHERE correct = 0 AND epoch = 2)", "< 700.5",
                        "BETWEEN 100 AND 4000", "> '8000'", "IN (7, 5, 6, 5)",
                        "= 5 OR s.sample = 3"}) +
                   " AND " + where + " ORDER BY 1";
        default:
            return "SELECT s.sample, " + column() + ", " + column() + " FROM samples s WHERE " +
                   where + " ORDER BY " + column() + any({" DESC", ""}) + ", s.sample LIMIT " +
                   any({"10", "100", "-1"});
    }
}

}  // namespace epochscope::tests
