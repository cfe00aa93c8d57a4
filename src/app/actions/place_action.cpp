#include "app/actions/place_action.h"

#include "app/canvas/canvas.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"

#include <epochscope/model/playhead.h>

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QRectF>

#include <cstddef>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::PlaceActions)
};

bool can_be_asked(const Session& session) {
    const auto& dataset = session.dataset();
    if (!dataset || !dataset->landscape) return false;
    const std::size_t epochs = dataset->series.epoch_count();
    return dataset->landscape->is_by_model(moment_at(session.playhead(), epochs).reached());
}

}  // namespace

void add_place_action(QWidget& window, QMenu& menu, Session& session, Canvas& canvas) {
    QAction* look = add_action(window, menu, Words::tr("Inspect the position in the &middle"),
                               {QKeySequence("Shift+G")});
    QObject::connect(look, &QAction::triggered, &session, [&session, &canvas] {
        if (const auto place = canvas.place_at(QRectF(canvas.rect()).center()))
            session.look_at(place);
    });
    const auto update = [look, &session] { look->setEnabled(can_be_asked(session)); };
    QObject::connect(&session, &Session::dataset_changed, look, update);
    QObject::connect(&session, &Session::playhead_changed, look, update);
    update();
}

}  // namespace epochscope::app
