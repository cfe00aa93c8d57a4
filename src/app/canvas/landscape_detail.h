#pragma once

#include "app/canvas/landscape_detail_pacing.h"
#include "app/tasks/coalescing_worker.h"

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

/// Paints the visible part of a landscape at the resolution of the screen on a thread of its own,
/// the newest request first. Until it is painted, the last part is shown at its place. Lives on the
/// GUI thread, which it never blocks.
class LandscapeDetail : public QObject {
    Q_OBJECT

  public:
    LandscapeDetail();

    /// The painted pictures around the playhead; null if there are none, or if the whole landscape
    /// is as sharp. Requests those that are missing. `steps` pictures lie from each epoch to the
    /// next (see backgrounds_between).
    [[nodiscard]] std::shared_ptr<const BackgroundPair> of(const Dataset& dataset,
                                                           const ViewState& view, Size canvas,
                                                           std::size_t steps);
    /// Releases all pictures.
    void forget();

  signals:
    void changed();

  private:
    /// Pictures of the same look can stand in for each other.
    struct Look {
        std::shared_ptr<const Landscape> landscape;
        std::vector<Colour> colours;
        std::size_t steps = 1;
        friend bool operator==(const Look&, const Look&) = default;
    };
    /// One part of the plane in one look.
    struct Tile {
        Look look;
        Cutout cutout;
        std::shared_ptr<const BackgroundSource> pictures;
    };
    struct Painted {
        std::shared_ptr<const Tile> tile;
        /// By their index in the tile's.
        std::map<std::size_t, std::shared_ptr<const Image>> pictures;
        double seconds_a_picture = 0;

        [[nodiscard]] bool has(std::size_t index) const { return pictures.contains(index); }
    };
    struct Request {
        /// Null: release what was painted.
        std::shared_ptr<const Tile> tile;
        std::size_t from = 0;
        std::size_t to = 0;
        /// Those that may be needed next.
        std::vector<std::size_t> ahead;

        [[nodiscard]] bool contains(std::size_t index) const;
    };

    void aim_at(const Dataset& dataset, const ViewState& view, const Cutout& seen,
                std::size_t steps);
    /// Adds its neighbours, of `count` pictures in all, and sends it to the thread.
    void send(Request request, std::size_t count);
    void take(const Painted& painted);
    /// Whether it has the requested pictures in the same look, of any part.
    static bool serves(const Painted& painted, const Request& request);
    // On the thread.
    /// The next to paint: all that are needed, or one of those ahead.
    [[nodiscard]] std::vector<std::size_t> missing_of(const Request& request) const;
    void paint(std::size_t index);
    std::optional<Request> paint_next(const Request& request, const std::stop_token& stop);

    std::shared_ptr<const Tile> tile_;
    std::optional<Request> requested_;
    Painted shown_;
    LandscapeDetailPacing pacing_;
    QTimer rest_;
    /// Used by the thread only.
    Painted held_;
    // Last: it ends before what it uses.
    CoalescingWorker<Request> worker_;
};

}  // namespace epochscope::app
