#pragma once

#include "app/project/project_dialog.h"
#include "gui/recording.h"
#include "support.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QString>
#include <QWidget>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace epochscope::tests {

inline QPushButton& button(const QWidget& parent, const QString& words) {
    for (QPushButton* candidate : parent.findChildren<QPushButton*>())
        if (candidate->text() == words) return *candidate;
    throw std::runtime_error("no button says " + words.toStdString());
}

inline void click(QAbstractButton& target) { QTest::mouseClick(&target, Qt::LeftButton); }

/// The dialog, open on a recording of its own, with a method chosen.
struct ShownDialog {
    explicit ShownDialog(const RecordingShape& shape = {},
                         const QString& method = "Principal components (PCA)")
        : run(folder.path() / "run"),
          dialog(std::make_unique<app::ProjectDialog>(write_recording(run, shape), OpenOptions{},
                                                      Style{})) {
        dialog->show();
        field<QComboBox>("Method").setCurrentText(method);
    }
    /// That of the method chosen, where several have one of this name.
    template <typename Widget>
    [[nodiscard]] Widget& field(const QString& name) const {
        for (auto* widget : dialog->findChildren<Widget*>())
            if (widget->accessibleName() == name && widget->isVisibleTo(dialog.get()))
                return *widget;
        return named<Widget>(*dialog, name);
    }
    [[nodiscard]] std::string words() const { return field<QLabel>("Status").text().toStdString(); }
    [[nodiscard]] bool waits_for(const std::string& beginning) const {
        return QTest::qWaitFor([&] { return words().starts_with(beginning); }, patience);
    }
    [[nodiscard]] QPushButton& project() const { return button(*dialog, "&Project"); }
    /// Whether the work has ended: the button that cancelled it closes now.
    [[nodiscard]] bool comes_to_rest() const {
        return QTest::qWaitFor([&] { return !dialog->isVisible() || project().isEnabled(); },
                               patience);
    }
    /// What lies beside the recording.
    [[nodiscard]] std::vector<std::filesystem::path> written() const {
        std::vector<std::filesystem::path> paths;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            if (entry.path() != run) paths.push_back(entry.path());
        return paths;
    }

    TemporaryFolder folder;
    std::filesystem::path run;
    std::unique_ptr<app::ProjectDialog> dialog;
};

}  // namespace epochscope::tests
