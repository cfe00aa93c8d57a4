#include "app/session/conditions.h"

#include "support/catch.h"

using epochscope::app::with_condition;
using epochscope::app::with_condition_replaced;
using epochscope::app::without_condition;

TEST_CASE("a condition grows by pieces joined by AND") {
    CHECK(with_condition("", "flips > 3") == "flips > 3");
    CHECK(with_condition("flips > 3", "label = 'a'") == "flips > 3 AND label = 'a'");
    CHECK(with_condition("flips > 3", " ") == "flips > 3");
    // Before what orders and limits.
    CHECK(with_condition("flips > 3 order by aum LIMIT 5", "size > 1") ==
          "flips > 3 AND size > 1 order by aum LIMIT 5");
    CHECK(with_condition("LIMIT 5", "size > 1") == "size > 1 LIMIT 5");
    // What OR joins stays together.
    CHECK(with_condition("a = 1 OR b = 2", "c = 3") == "(a = 1 OR b = 2) AND c = 3");
    CHECK(with_condition("a = 1", "b = 2 or b = 3") == "a = 1 AND (b = 2 or b = 3)");
    CHECK(with_condition("(a = 1 OR b = 2)", "c = 3") == "(a = 1 OR b = 2) AND c = 3");
    // Words in quotes and names do not join.
    CHECK(with_condition("t = 'x OR y ORDER BY'", "c = 3") == "t = 'x OR y ORDER BY' AND c = 3");
    CHECK(with_condition("t = 'it''s OR'", "c = 3") == "t = 'it''s OR' AND c = 3");
    CHECK(with_condition("order_by = 1", "c = 3") == "order_by = 1 AND c = 3");
    // A quote without an end.
    CHECK(with_condition("t = 'x", "c = 3") == "t = 'x AND c = 3");
}

TEST_CASE("a piece is taken out of a condition, with the AND that joined it") {
    CHECK(without_condition("a = 1 AND b = 2 AND c = 3", "a = 1") == "b = 2 AND c = 3");
    CHECK(without_condition("a = 1 AND b = 2 AND c = 3", "b = 2") == "a = 1 AND c = 3");
    CHECK(without_condition("a = 1 and b = 2 AND c = 3", "c = 3") == "a = 1 and b = 2");
    CHECK(without_condition("a = 1", "a = 1").isEmpty());
    CHECK(without_condition("a = 1 ORDER BY b", "a = 1") == "ORDER BY b");
    CHECK(without_condition("a = 1 AND b = 2", "a = 2") == "a = 1 AND b = 2");
    CHECK(without_condition("t = 'a AND b = 2'", "b = 2'") == "t = 'a AND b = 2'");
    // Pieces with an AND of their own.
    CHECK(without_condition("x BETWEEN 1 AND 2 AND b = 2", "x BETWEEN 1 AND 2") == "b = 2");
    CHECK(without_condition("x >= 1 AND x < 2 AND b = 2", "x >= 1 AND x < 2") == "b = 2");
    CHECK(without_condition("x BETWEEN 1 AND 2", "2") == "x BETWEEN 1 AND 2");
    CHECK(without_condition("x >= 1 and  x < 2 AND b = 2", "x >= 1 AND x < 2") == "b = 2");
    CHECK(without_condition("a = 1 AND (b = 2 OR b = 3)", "b = 2 OR b = 3") == "a = 1");
    // What OR joins has no pieces.
    CHECK(without_condition("a = 1 OR b = 2 AND c = 3", "c = 3") == "a = 1 OR b = 2 AND c = 3");
}

TEST_CASE("a piece of a condition is replaced where it is") {
    CHECK(with_condition_replaced("a = 1 AND b = 2 AND c = 3", "b = 2", "b BETWEEN 4 AND 5") ==
          "a = 1 AND b BETWEEN 4 AND 5 AND c = 3");
    CHECK(with_condition_replaced("b BETWEEN 4 AND 5 LIMIT 2", "b BETWEEN 4 AND 5", "b = 2") ==
          "b = 2 LIMIT 2");
    CHECK(with_condition_replaced("a = 1", "b = 2", "b = 3") == "a = 1 AND b = 3");
    CHECK(with_condition_replaced("", "b = 2", "b = 3") == "b = 3");
    CHECK(with_condition_replaced("a = 1 AND b = 2", "b = 2", "") == "a = 1");
}
