#include "app/messages/message_words.h"

#include "app/messages/sentence_patterns.h"

#include <QCoreApplication>
#include <QHash>
#include <QList>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <utility>

namespace epochscope::app {

namespace {

/// A pattern, cut at its places: the text before %1, between %1 and %2, ..., after the last.
struct Pattern {
    const char* source;
    QStringList texts;
    /// The characters of the texts; 0 if there is no letter among them, since such a pattern only
    /// joins others and fits anywhere.
    qsizetype length = 0;
};

Pattern cut(const char* source) {
    Pattern pattern{.source = source, .texts = {}};
    QString rest = QString::fromUtf8(source);
    for (int place = 1;; ++place) {
        const QString mark = '%' + QString::number(place);
        const qsizetype at = rest.indexOf(mark);
        pattern.texts << rest.left(at);
        if (at < 0) break;
        rest = rest.mid(at + mark.size());
    }
    bool has_letters = false;
    for (const QString& text : std::as_const(pattern.texts)) {
        pattern.length += text.size();
        has_letters |= std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
    }
    if (!has_letters) pattern.length = 0;
    return pattern;
}

const QList<Pattern>& patterns() {
    static const QList<Pattern> all = [] {
        QList<Pattern> made;
        for (const char* source : sentence_patterns()) made << cut(source);
        return made;
    }();
    return all;
}

/// What stands in the places, each with one character or more; nothing if the sentence differs.
std::optional<QStringList> values_in(const QString& sentence, const QStringList& texts) {
    if (texts.size() == 1)
        return sentence == texts.front() ? std::optional(QStringList()) : std::nullopt;
    if (!sentence.startsWith(texts.front()) || !sentence.endsWith(texts.back()))
        return std::nullopt;
    const qsizetype end = sentence.size() - texts.back().size();
    QStringList values;
    qsizetype begin = texts.front().size();
    for (qsizetype i = 1; i + 1 < texts.size(); ++i) {
        const qsizetype at = sentence.indexOf(texts[i], begin + 1);
        if (at < 0 || at + texts[i].size() > end) return std::nullopt;
        values << sentence.mid(begin, at - begin);
        begin = at + texts[i].size();
    }
    if (begin >= end) return std::nullopt;
    return values << sentence.mid(begin, end - begin);
}

/// A sentence or a part of one in the language of the window.
struct Found {
    QString words;
    /// The characters of the sentence that are text of patterns.
    qsizetype fitting = 0;
    int patterns = 0;

    [[nodiscard]] bool is_better_than(const Found& other) const {
        return fitting != other.fitting ? fitting > other.fitting
                                        : fitting > 0 && patterns < other.patterns;
    }
};

/// Chinese has no spaces between its own characters.
bool is_wide(QChar c) { return c >= QChar(0x2e80) || c == u'“' || c == u'”'; }

/// Puts words into their places; in one go, so that they may hold a percent sign.
QString filled(const QString& words, const QList<Found>& parts) {
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool is_place =
            words[i] == '%' && i + 1 < words.size() && words[i + 1] >= '1' && words[i + 1] <= '9';
        const qsizetype place = is_place ? words[i + 1].digitValue() - 1 : parts.size();
        if (place >= parts.size()) {
            text += words[i];
            continue;
        }
        ++i;
        const auto& [part, fitting, patterns] = parts[place];
        const bool is_said = fitting > 0 && !part.isEmpty();
        if (is_said && is_wide(part.front()) && text.size() > 1 && text.back() == ' ' &&
            is_wide(text[text.size() - 2]))
            text.chop(1);
        text += part;
        if (is_said && is_wide(part.back()) && i + 2 < words.size() && words[i + 1] == ' ' &&
            is_wide(words[i + 2]))
            ++i;
    }
    return text;
}

/// Of all ways to read a sentence as a pattern with patterns in its places it takes the one with
/// the most text in patterns, and of those the one with the fewest patterns.
class Reading {
  public:
    QString words(const QString& sentence) { return of(sentence).words; }

  private:
    Found of(const QString& sentence) {
        if (const auto known = known_.constFind(sentence); known != known_.cend()) return *known;
        Found best{sentence};
        for (const Pattern& pattern : patterns()) {
            const auto values = values_in(sentence, pattern.texts);
            if (!values) continue;
            Found found = of(pattern, *values);
            if (found.is_better_than(best)) best = std::move(found);
        }
        known_.insert(sentence, best);
        return best;
    }

    Found of(const Pattern& pattern, const QStringList& values) {
        Found found;
        QList<Found> parts;
        for (const QString& value : values) {
            const Found part = of(value);
            found.fitting += part.fitting;
            found.patterns += part.patterns;
            parts << part;
        }
        found.fitting += pattern.length;
        if (found.fitting == 0) return {};
        ++found.patterns;
        found.words = filled(QCoreApplication::translate(message_context, pattern.source), parts);
        return found;
    }

    QHash<QString, Found> known_;
};

bool is_translated() {
    const char* const first = patterns().front().source;
    return QCoreApplication::translate(message_context, first) != QLatin1String(first);
}

}  // namespace

QString message_words(const std::string& sentence) {
    const QString text = QString::fromStdString(sentence);
    return is_translated() ? Reading().words(text) : text;
}

}  // namespace epochscope::app
