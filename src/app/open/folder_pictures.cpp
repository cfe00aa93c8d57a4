#include "app/open/folder_pictures.h"

#include "app/open/recent_folders.h"
#include "app/session/path_files.h"
#include "app/session/player.h"
#include "app/session/session.h"

#include <epochscope/export/frames.h>
#include <epochscope/model/dataset.h>
#include <epochscope/render/camera.h>
#include <epochscope/render/compose.h>

#include <QImage>
#include <QSaveFile>
#include <QStandardPaths>

#include <memory>

namespace epochscope::app {
namespace {

/// Twice the size of a card's picture, for displays of high density.
constexpr Size picture_size{416, 260};
constexpr float point_radius = 1.5F;
/// How long a folder has been open when its picture is made, in milliseconds.
constexpr int moment_ms = 700;

PathFiles pictures() {
    return {QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + "/pictures", ".png"};
}

/// What a card shows of a view: the samples in their colours, fitted, at the last epoch.
ViewState view_of(const Dataset& dataset, const ViewState& shown, const std::stop_token& stop) {
    ViewState view;
    view.playhead = static_cast<double>(dataset.series.epoch_count() - 1);
    view.colours = shown.colours;
    view.background_origin = shown.background_origin;
    view.style.canvas = shown.style.canvas;
    view.style.ink = shown.style.ink;
    view.style.point_radius = point_radius;
    view.style.axes = false;
    view.style.epoch_number = false;
    view.prototypes.shown = false;
    view.scale = 2;
    const Box frame = dataset.series.frame();
    view.camera = fit(home(frame, shown.camera.equal_axes), frame, picture_size,
                      content_box(dataset.series, {}, nullptr, stop));
    return view;
}

void write(const Image& picture, const QString& path) {
    const QImage image(picture.rgba.data(), picture.size.width, picture.size.height,
                       QImage::Format_RGBX8888);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && image.save(&file, "PNG")) file.commit();
}

}  // namespace

FolderPictures::FolderPictures(Session& session, Player& player, RecentFolders& recent)
    : session_(session), player_(player), recent_(recent), task_([this](const auto& outcome) {
          if (outcome.result) emit made(*outcome.result);
      }) {
    soon_.setSingleShot(true);
    soon_.setInterval(moment_ms);
    connect(&soon_, &QTimer::timeout, this, &FolderPictures::make);
    connect(&session, &Session::dataset_changed, this, [this] {
        task_.drop();
        soon_.start();
    });
}

QString FolderPictures::file_of(const QString& folder) { return pictures().of(folder); }

void FolderPictures::make() {
    if (player_.is_playing()) return soon_.start();
    const auto& dataset = session_.dataset();
    if (!dataset) return;
    task_.start([dataset, shown = session_.view(), recent = recent_.folders()](const Job& job) {
        const QString folder = QString::fromStdString(dataset->path);
        const ViewState view = view_of(*dataset, shown, job.stop);
        const Image picture = render_picture(*dataset, view, picture_size);
        pictures().keep_only(recent);
        write(picture, file_of(folder));
        return folder;
    });
}

}  // namespace epochscope::app
