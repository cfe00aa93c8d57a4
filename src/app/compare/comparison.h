#pragma once

#include "app/session/picks.h"
#include "app/session/session.h"
#include "app/tasks/task.h"

#include <epochscope/analysis/compare.h>
#include <epochscope/analysis/paired_series.h>
#include <epochscope/model/compared.h>
#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace epochscope::app {

/// A second dataset beside the one of the session, the first. Threads match the samples and find
/// what differs, again for the epochs that come to either. It ends when the session shows another
/// dataset.
class Comparison : public QObject {
    Q_OBJECT

  public:
    /// The second dataset as it belongs to the first.
    struct Match {
        /// As it was opened.
        std::shared_ptr<const Dataset> second;
        SeriesPairs pairs;
        /// Whether epochs can belong together by their numbers.
        bool shares_numbers = false;
        /// Whether it was laid onto the first.
        bool is_laid = false;
        /// The second with the samples of the first (see matched_series).
        std::shared_ptr<const Dataset> dataset;
        /// The samples without a partner, of the first and of `dataset`; null: none.
        Picks first_alone;
        Picks second_alone;
    };

    explicit Comparison(Session& session, QObject* parent = nullptr);
    ~Comparison() override;

    void begin(std::shared_ptr<const Dataset> second);
    void end();
    /// The next dataset of the session is the same run, begun anew: it does not end the comparison.
    void stay() { stays_ = !is_with_itself(); }
    /// Null: nothing is compared.
    [[nodiscard]] const std::shared_ptr<const Dataset>& second() const { return second_.dataset(); }
    /// The session of the second alone. Whoever follows its folder puts epochs or datasets into it.
    [[nodiscard]] Session& second_session() { return second_; }
    /// Whether the first is compared with itself.
    [[nodiscard]] bool is_with_itself() const;
    /// Null until the samples are matched.
    [[nodiscard]] const std::shared_ptr<const Match>& match() const { return match_; }
    /// Whether the second still belongs to the first; else the match before stays.
    [[nodiscard]] bool fits() const { return fault_.isEmpty(); }
    /// Sentences about the second, and about what does not fit.
    [[nodiscard]] QStringList warnings() const;

    /// The second's playhead.
    [[nodiscard]] double playhead() const;
    /// Lets the second stay at the epoch that it shows, or not. If nothing is compared, pinning
    /// begins a comparison of the dataset with itself.
    void set_pinned(bool pinned);
    /// The same at this playhead of the second, or at its end.
    void pin_at(double playhead);
    [[nodiscard]] bool is_pinned() const { return pinned_.has_value(); }
    /// The playhead that the second stays at; nothing: it does not.
    [[nodiscard]] std::optional<double> pinned_at() const { return pinned_; }
    /// Shows the last epoch of the second that can be shown.
    void go_to_last();

    /// How epochs belong together, once they are matched.
    [[nodiscard]] EpochPairing epochs_by() const;
    void set_epochs_by(EpochPairing pairing);
    /// Whether the second is to be laid onto the first, without its backgrounds.
    [[nodiscard]] bool is_laid() const { return is_laid_; }
    void set_laid(bool laid);
    /// Whether both cameras move together.
    [[nodiscard]] bool are_cameras_coupled() const { return couples_; }
    void set_cameras_coupled(bool coupled);
    /// Whether lines join the two places of each selected sample.
    [[nodiscard]] bool is_joined() const { return joins_; }
    void set_joined(bool joined);

    /// Finds what differs, over all epochs, or at the epochs shown if the second is pinned. It
    /// becomes the session's (see Session::set_compared), and is found again when epochs come or
    /// others belong together.
    void find_differences();
    void cancel_differences();
    [[nodiscard]] bool is_finding() const { return finding_.is_running(); }

  signals:
    /// Something of the above.
    void changed();
    /// Another second dataset, or none.
    void second_changed();
    /// Why the datasets cannot be compared; nothing is compared any more.
    void failed(const QString& name, const QString& problem);
    void progressed(double fraction);
    /// Those that were asked for.
    void differences_found();
    /// Why they were not.
    void told(const QString& words);

  private:
    /// What is to be found.
    struct Wanted {
        /// The numbers of the one epoch of each; nothing: all that belong together.
        std::optional<std::pair<std::int64_t, std::int64_t>> epochs;
        /// What the second is called.
        std::string other;
        bool is_told = false;
        /// As far as it was found; null: nothing yet.
        std::shared_ptr<const epochscope::Comparison> found = {};
    };
    struct Differences {
        std::shared_ptr<const Compared> compared;
        std::shared_ptr<const epochscope::Comparison> found;
    };

    void follow_dataset();
    void follow_epochs();
    void follow_second();
    void match_again();
    void start_matching();
    void start_finding();
    void take(Outcome<Match> outcome);
    void take(Outcome<Differences> outcome);
    void go_along(const SeriesPairs& before);
    void forget();
    void drop_compared();

    Session& session_;
    Session second_;
    std::shared_ptr<const Match> match_;
    /// Why the second does not belong to the first any more, in words; empty: it does.
    QString fault_;
    EpochPairing epochs_by_ = EpochPairing::number;
    bool is_laid_ = false;
    bool couples_ = false;
    bool joins_ = true;
    bool stays_ = false;
    /// Whether epochs came while it matched, or were matched while it found what differs.
    bool matches_again_ = false;
    bool finds_again_ = false;
    /// The second's playhead while it stays.
    std::optional<double> pinned_;
    std::optional<Wanted> wanted_;
    // Last: their threads end before what they use.
    Task<Match> matching_;
    Task<Differences> finding_;
};

}  // namespace epochscope::app
