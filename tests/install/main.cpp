// Opens a folder and writes a picture of its last epoch: render_one_frame FOLDER FILE
#include <epochscope/export/frames.h>
#include <epochscope/io/open.h>
#include <epochscope/io/png.h>

int main(int, char** argv) {
    const epochscope::Dataset dataset = epochscope::open_dataset(argv[1]);
    epochscope::ViewState view;
    view.playhead = static_cast<double>(dataset.series.epoch_count() - 1);
    epochscope::write_png(argv[2], epochscope::render_picture(dataset, view, {640, 480}));
}
