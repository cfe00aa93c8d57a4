#include "app/export/export_job.h"

#include <QMetaObject>

#include <cmath>
#include <utility>

namespace epochscope::app {

void ExportJob::start(ExportPlan plan) {
    running_ = true;
    thread_ = std::jthread(
        [this, plan = std::move(plan)](const std::stop_token& stop) { work(plan, stop); });
}

void ExportJob::work(const ExportPlan& plan, const std::stop_token& stop) {
    const auto tell = [this](End end, const QString& message = {}) {
        QMetaObject::invokeMethod(this, [this, end, message] { finish(end, message); });
    };
    Job job;
    job.stop = stop;
    // Whole thousandths only: a long run must not flood the GUI thread.
    job.progress = [this, told = -1.0](double share) mutable {
        const double rounded = std::floor(share * 1000) / 1000;
        if (rounded <= told) return;
        told = rounded;
        QMetaObject::invokeMethod(this, [this, rounded] { emit progressed(rounded); });
    };
    try {
        carry_out(plan, job);
        tell(End::done);
    } catch (const Cancelled&) {
        tell(End::cancelled);
    } catch (const std::bad_alloc&) {
        tell(End::failed, tr("There is not enough memory for pictures of this size."));
    } catch (const std::exception& error) {
        tell(End::failed, QString::fromUtf8(error.what()));
    }
}

void ExportJob::finish(End end, const QString& message) {
    thread_.join();
    running_ = false;
    emit ended(end, message);
}

}  // namespace epochscope::app
