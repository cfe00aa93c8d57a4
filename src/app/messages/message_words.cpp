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
    /// The characters of the texts.
    qsizetype length = 0;
    /// Without a letter it fits anywhere, so it counts only together with what it joins.
    bool has_letters = false;
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
    for (const QString& text : std::as_const(pattern.texts)) {
        pattern.length += text.size();
        pattern.has_letters |= std::ranges::any_of(text, [](QChar c) { return c.isLetter(); });
    }
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

/// In one go, so that a value may hold a percent sign.
QString filled(const QString& words, const QStringList& values) {
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool is_place =
            words[i] == '%' && i + 1 < words.size() && words[i + 1] >= '1' && words[i + 1] <= '9';
        const qsizetype place = is_place ? words[i + 1].digitValue() - 1 : values.size();
        if (place < values.size()) {
            text += values[place];
            ++i;
        } else {
            text += words[i];
        }
    }
    return text;
}

/// Of all ways to read a sentence as a pattern with patterns in its places it takes the one with
/// the most text in patterns, and of those the one with the fewest patterns.
class Reading {
  public:
    QString words(const QString& sentence) { return of(sentence).words; }

  private:
    struct Found {
        QString words;
        /// The characters of it that are text of patterns.
        qsizetype fitting = 0;
        int patterns = 0;

        [[nodiscard]] bool is_better_than(const Found& other) const {
            return fitting != other.fitting ? fitting > other.fitting
                                            : fitting > 0 && patterns < other.patterns;
        }
    };

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
        QStringList words;
        for (const QString& value : values) {
            const Found part = of(value);
            found.fitting += part.fitting;
            found.patterns += part.patterns;
            words << part.words;
        }
        if (!pattern.has_letters && found.fitting == 0) return {};
        found.fitting += pattern.length;
        ++found.patterns;
        found.words = filled(QCoreApplication::translate(message_context, pattern.source), words);
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
