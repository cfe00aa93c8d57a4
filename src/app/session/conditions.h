#pragma once

#include <QString>

namespace epochscope::app {

// A condition of a sample query (see epochscope/query/sample_query.h) as pieces joined by AND,
// followed by any ORDER BY and LIMIT. A piece or a condition with an OR is put in brackets.

/// `text`, which may be empty, with one piece more.
QString with_condition(const QString& text, const QString& piece);

/// Whether a piece is among those of `text`, which an OR does not have.
bool has_condition(const QString& text, const QString& piece);

/// `text` without a piece; the same text if it does not have it.
QString without_condition(const QString& text, const QString& piece);

/// `text` with `piece` in the place of `old`, or after all others if it does not have that.
QString with_condition_replaced(const QString& text, const QString& old, const QString& piece);

}  // namespace epochscope::app
