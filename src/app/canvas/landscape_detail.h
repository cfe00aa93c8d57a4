#pragma once

#include "app/canvas/landscape_detail_pacing.h"
#include "app/latest_wins.h"

#include <epochscope/model/dataset.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>
#include <epochscope/model/landscape.h>
#include <epochscope/render/compose.h>
#include <epochscope/render/view_state.h>

#include <QObject>
#include <QTimer>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace epochscope::app {

/// The part of a landscape that a canvas shows, painted as large as it is seen by a thread of its
/// own: the newest wins. Until it is there, what was painted of another part stands in where that
/// lies. Lives on the GUI thread, which it never blocks.
class LandscapeDetail : public QObject {
    Q_OBJECT

  public:
    LandscapeDetail();

    /// The pictures around the playhead that are painted; null: none, or the whole landscape is as
    /// sharp. Asks for what is missing. `steps` pictures lie between epochs (see
    /// backgrounds_between).
    [[nodiscard]] std::shared_ptr<const BackgroundPair> of(const Dataset& dataset,
                                                           const ViewState& view, Size canvas,
                                                           std::size_t steps);
    /// Lets go of what was painted.
    void forget();

  signals:
    /// There is more to be shown.
    void changed();

  private:
    /// What makes pictures alike.
    struct Look {
        std::shared_ptr<const Landscape> landscape;
        std::vector<Colour> colours;
        std::size_t steps = 1;
        friend bool operator==(const Look&, const Look&) = default;
    };
    /// Pictures of one part in one look.
    struct Plate {
        Look look;
        Cutout cutout;
        std::shared_ptr<const BackgroundSource> pictures;
    };
    struct Painted {
        std::shared_ptr<const Plate> plate;
        /// By their index in the plate's.
        std::map<std::size_t, std::shared_ptr<const Image>> pictures;
        double seconds_a_picture = 0;

        [[nodiscard]] bool has(std::size_t index) const { return pictures.contains(index); }
    };
    struct Wish {
        /// Null: let go of what was painted.
        std::shared_ptr<const Plate> plate;
        std::size_t from = 0;
        std::size_t to = 0;
        /// Those that may be wanted next.
        std::vector<std::size_t> ahead;

        [[nodiscard]] bool names(std::size_t index) const;
    };

    void aim_at(const Dataset& dataset, const ViewState& view, const Cutout& seen,
                std::size_t steps);
    /// Asks for that, and for what lies around it of so many pictures.
    void ask(Wish wish, std::size_t count);
    void take(const Painted& painted);
    /// Whether it has what is wished for, of whatever part.
    static bool serves(const Painted& painted, const Wish& wish);
    /// On the thread: what to paint next, all that is needed or one of those ahead.
    [[nodiscard]] std::vector<std::size_t> missing_of(const Wish& wish) const;
    /// On the thread: paints one picture.
    void paint(std::size_t index);
    /// On the thread: paints what is next.
    std::optional<Wish> fulfil(const Wish& wish, const std::stop_token& stop);

    /// What is wanted now.
    std::shared_ptr<const Plate> plate_;
    std::optional<Wish> asked_;
    Painted shown_;
    LandscapeDetailPacing pace_;
    QTimer rest_;
    /// The thread's own.
    Painted held_;
    // Last, so that it ends before what it uses.
    LatestWins<Wish> worker_;
};

}  // namespace epochscope::app
