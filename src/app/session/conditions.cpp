#include "app/session/conditions.h"

#include <optional>
#include <vector>

namespace epochscope::app {
namespace {

/// A word outside of brackets and quotes.
struct Word {
    qsizetype begin = 0;
    qsizetype end = 0;
};

bool is_letter(QChar c) { return c.isLetterOrNumber() || c == u'_'; }

/// The place after a quoted text that begins at `at`; a doubled quote goes on.
qsizetype after_quoted(const QString& text, qsizetype at) {
    const QChar quote = text[at];
    const qsizetype end = text.indexOf(quote, at + 1);
    return end < 0 ? text.size() : end + 1;
}

std::vector<Word> outer_words(const QString& text) {
    std::vector<Word> words;
    int depth = 0;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (c == u'\'' || c == u'"') {
            i = after_quoted(text, i);
            continue;
        }
        if (c == u'(') ++depth;
        if (c == u')') --depth;
        if (!is_letter(c)) {
            ++i;
            continue;
        }
        const qsizetype begin = i;
        while (i < text.size() && is_letter(text[i])) ++i;
        if (depth == 0) words.push_back({begin, i});
    }
    return words;
}

/// A text taken apart.
struct Parts {
    /// Before ORDER BY and LIMIT.
    QString head;
    /// From there on.
    QString tail;
    /// The words AND that join the pieces of the head.
    std::vector<Word> joints;
    bool has_or = false;
};

Parts parts_of(const QString& text) {
    Parts parts{.head = text, .tail = {}, .joints = {}};
    bool is_between = false;
    for (const Word& word : outer_words(text)) {
        const QString name = text.mid(word.begin, word.end - word.begin).toUpper();
        if (name == "ORDER" || name == "LIMIT") {
            parts.head = text.left(word.begin);
            parts.tail = text.mid(word.begin).trimmed();
            break;
        }
        if (name == "OR") parts.has_or = true;
        if (name == "BETWEEN") is_between = true;
        if (name != "AND") continue;
        // The AND of BETWEEN joins its two bounds.
        if (!is_between) parts.joints.push_back(word);
        is_between = false;
    }
    while (!parts.head.isEmpty() && parts.head.back().isSpace()) parts.head.chop(1);
    return parts;
}

QString in_brackets(const QString& piece) {
    const QString words = piece.trimmed();
    return parts_of(words).has_or ? QStringLiteral("(%1)").arg(words) : words;
}

QString joined(const QString& head, const QString& tail) {
    if (tail.isEmpty()) return head;
    return head.isEmpty() ? tail : head + QChar(u' ') + tail;
}

/// A piece within the head, and the piece with the AND that joins it to the others.
struct Place {
    Word piece;
    Word joined;
};

std::optional<Place> find(const Parts& parts, const QString& piece) {
    if (parts.has_or) return std::nullopt;
    const QString& head = parts.head;
    const std::size_t count = parts.joints.size();
    // A piece may have an AND of its own: it ends at any joint after its beginning.
    for (std::size_t first = 0; first <= count; ++first) {
        const qsizetype begin = first == 0 ? 0 : parts.joints[first - 1].end;
        QString words;
        for (std::size_t last = first; last <= count; ++last) {
            const qsizetype end = last == count ? head.size() : parts.joints[last].begin;
            const qsizetype from = last == first ? begin : parts.joints[last - 1].end;
            if (last != first) words += QStringLiteral(" AND ");
            words += head.mid(from, end - from).trimmed();
            if (words != piece) continue;
            Place place{{begin, end}, {begin, end}};
            if (first > 0) {
                place.joined.begin = parts.joints[first - 1].begin;
            } else if (last < count) {
                place.joined.end = parts.joints[last].end;
            }
            return place;
        }
    }
    return std::nullopt;
}

}  // namespace

QString with_condition(const QString& text, const QString& piece) {
    const Parts parts = parts_of(text);
    const QString added = in_brackets(piece);
    if (added.isEmpty()) return text;
    const QString head = parts.head.trimmed();
    if (head.isEmpty()) return joined(added, parts.tail);
    return joined(in_brackets(head) + QStringLiteral(" AND ") + added, parts.tail);
}

bool has_condition(const QString& text, const QString& piece) {
    return find(parts_of(text), in_brackets(piece)).has_value();
}

QString without_condition(const QString& text, const QString& piece) {
    const Parts parts = parts_of(text);
    const auto place = find(parts, in_brackets(piece));
    if (!place) return text;
    const QString before = parts.head.left(place->joined.begin).trimmed();
    const QString after = parts.head.mid(place->joined.end).trimmed();
    return joined(joined(before, after), parts.tail);
}

QString with_condition_replaced(const QString& text, const QString& old, const QString& piece) {
    const Parts parts = parts_of(text);
    const QString added = in_brackets(piece);
    const auto place = find(parts, in_brackets(old));
    if (!place) return with_condition(text, piece);
    if (added.isEmpty()) return without_condition(text, old);
    const QString before = parts.head.left(place->piece.begin).trimmed();
    const QString after = parts.head.mid(place->piece.end).trimmed();
    return joined(joined(joined(before, added), after), parts.tail);
}

}  // namespace epochscope::app
