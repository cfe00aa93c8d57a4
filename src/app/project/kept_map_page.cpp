#include "app/project/kept_map_page.h"

#include "app/widgets/folder_field.h"

#include <QLineEdit>

namespace epochscope::app {

KeptMapPage::KeptMapPage(QWidget* parent)
    : MethodPage(tr("Places by the map of a folder that was projected before, without learning "
                    "anything: other samples of the run, or later epochs of it."),
                 parent),
      folder_(new FolderField(tr("Choose the folder whose map is used"), this)) {
    add(tr("Map &of"), folder_, folder_->line(),
        tr("A folder made by PCA, TimeVis, DVI or spacetime"));
    connect(folder_->line(), &QLineEdit::textChanged, this, &MethodPage::changed);
}

QString KeptMapPage::title() const { return tr("The map of another folder"); }

QString KeptMapPage::name() const { return QStringLiteral("placed"); }

void KeptMapPage::fill(ProjectChoice& choice) const {
    choice.map_is_kept = true;
    choice.map = folder_->line()->text();
}

}  // namespace epochscope::app
