#pragma once

#include "app/tasks/query.h"

#include <epochscope/query/colouring_of.h>

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {
class SampleColumns;
}

namespace epochscope::app {

class Session;

/// A column to colour samples by, and how.
struct ColourWish {
    std::string column;
    ColourScale scale = ColourScale::automatic;
    bool is_log = false;
    bool is_robust = false;
    std::optional<double> min = {};
    std::optional<double> max = {};
    friend bool operator==(const ColourWish&, const ColourWish&) = default;
};

/// Colours the session's samples by columns. Another thread makes the colours, since signals of a
/// large set take seconds; of several wishes it follows the last.
class ColourChooser : public QObject {
    Q_OBJECT

  public:
    explicit ColourChooser(Session& session, QObject* parent = nullptr);

    /// The newest wish; its column is empty if there is none.
    [[nodiscard]] const ColourWish& wish() const { return wish_; }
    void choose(const ColourWish& wish);
    [[nodiscard]] bool is_working() const { return !making_.is_settled(); }
    /// Why the newest wish has no colours; empty if it has.
    [[nodiscard]] const QString& problem() const { return problem_; }

  signals:
    /// The wish, its state or the session's colours.
    void changed();
    /// Something for the status line.
    void told(const QString& words);

  private:
    struct Request {
        std::shared_ptr<const SampleColumns> columns;
        ColourWish wish;
        ColourMap map = ColourMap::viridis;
        std::vector<std::string> class_names;
        std::vector<Colour> class_colours;
        std::string others;
        std::string missing;
        /// Whether the same column is shown already: nothing is told of it.
        bool is_renewed = false;
    };
    struct Answer {
        std::shared_ptr<const Colouring> colouring;
        QString problem;
    };

    static Answer made(const Request& request, const std::stop_token& stop);
    void ask(bool is_renewed = false);
    void take(const Request& request, const Answer& answer);
    void renew(std::shared_ptr<const Colouring> colouring);
    void forget();
    void follow_epochs();
    void follow_palette();
    /// Whether the samples have the colours of the wish.
    [[nodiscard]] bool is_shown() const;

    Session& session_;
    ColourWish wish_;
    ColourMap map_ = ColourMap::viridis;
    QString problem_;
    // Last: its thread ends before what it uses.
    Query<Request, Answer> making_;
};

}  // namespace epochscope::app
