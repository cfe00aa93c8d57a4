#include "io/tables/place_table.h"

#include "io/folders.h"

#include <cmath>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

using Names = std::vector<std::string>;

struct Read {
    EpochSeries series;
    std::vector<std::string> warnings;
    std::vector<Column> columns;
};

Read read(std::string_view text, std::string_view columns = {}) {
    std::vector<std::string> warnings;
    PlaceTable table = read_place_table("t.csv", text, columns, warnings);
    return {std::move(table.series), std::move(warnings), std::move(table.columns)};
}

}  // namespace

TEST_CASE("a table with a row a sample is one epoch", "[io]") {
    const Read one = read("x,y,label\n1,2,dog\n3,4,cat\n5,6,dog\n");
    CHECK(one.series.epoch_count() == 1);
    CHECK(one.series.sample_count() == 3);
    CHECK(one.series.classes().names == Names{"cat", "dog"});
    CHECK(one.series.labels()[0] == 1);
    CHECK(one.series.positions(0)[1].y == 4);
    CHECK(one.series.frame().min.x < 1);
    CHECK(one.series.frame().max.y > 6);
    REQUIRE(one.warnings.size() == 1);
    CHECK(one.warnings[0] ==
          "t.csv: places are read from the columns x = \"x\", y = \"y\", label = \"label\"; choose "
          "others with --columns");
}

TEST_CASE("places may stand between blanks, behind their names", "[io]") {
    const Read one = read("x y label\n1 2 dog\n3 4 cat\n");
    CHECK(one.series.sample_count() == 2);
    CHECK(one.series.positions(0)[1].y == 4);
    CHECK(one.series.classes().names == Names{"cat", "dog"});
}

TEST_CASE("a long table has a row a sample and epoch, in any order of samples", "[io]") {
    const Read two = read(
        "epoch,id,x,y,label,prediction,confidence\n"
        "1,a,0,0,0,1,0.5\n1,b,1,1,1,1,0.75\n"
        "2,b,3,3,1,0,0.25\n2,a,2,2,0,0,1\n");
    REQUIRE(two.series.epoch_count() == 2);
    CHECK(two.series.epoch(1).number == 2);
    CHECK(two.series.positions(1)[0].x == 2);
    CHECK(two.series.positions(1)[1].x == 3);
    CHECK(two.series.epoch(0).predictions[0] == 1);
    CHECK(two.series.epoch(1).confidence[1] == 0.25F);
    CHECK(two.series.classes().names == Names{"0", "1"});
}

TEST_CASE("few rows of many samples and many epochs take no memory", "[io]") {
    std::string text = "epoch,id,x,y\n";
    for (int e = 0; e < 3000; ++e) text += std::to_string(e) + ",0,1,2\n";
    for (int i = 1; i < 3000; ++i) text += "0," + std::to_string(i) + ",1,2\n";
    CHECK_THROWS_WITH(read(text),
                      "t.csv: has 3000 samples and 3000 epochs in 5999 rows, expected a row for "
                      "most samples at most epochs");
}

TEST_CASE("further columns of a table say what a sample is, if they do not change", "[io]") {
    const Read two = read(
        "epoch,name,x,y,text,loss,code\n"
        "1,a,0,0,first,0.5,1.10\n1,b,1,1,second,0.25,2\n"
        "2,b,3,3,second,0.125,2\n2,a,2,2,first,0.5,1.10\n2,c,2,2,third,0.5,x\n");
    REQUIRE(two.columns.size() == 3);
    CHECK(two.columns[0].name() == "id");
    CHECK(two.columns[0].text(2) == "c");
    CHECK(two.columns[1].name() == "text");
    CHECK(two.columns[1].text(1) == "second");
    // Numbers before a text are kept as they were written.
    CHECK(two.columns[2].name() == "code");
    CHECK(two.columns[2].text(0) == "1.10");
    CHECK(two.columns[2].text(1) == "2");
    CHECK(two.columns[2].text(2) == "x");
    CHECK(read("x,y\n1,2\n").columns.empty());
    const TemporaryFolder folder;
    put(folder.path() / "t.csv", "x,y,word\n1,2,a\n3,4,b\n");
    CHECK(open_dataset(folder.path() / "t.csv").metadata->find("word")->text(1) == "b");
}

TEST_CASE("columns of places have usual names, or are chosen", "[io]") {
    for (const char* head : {"tsne-1,tsne-2", "TSNE 1\tTSNE 2", "PC1,PC2", "umap_x,umap_y"}) {
        const bool has_tab = std::string_view(head).find('\t') != std::string_view::npos;
        CHECK(
            read(std::string(head) + (has_tab ? "\n1\t2\n" : "\n1,2\n")).series.positions(0)[0].y ==
            2);
    }
    CHECK(read("1 2\n3 4\n").series.sample_count() == 2);
    CHECK(read("{\"x\": 1, \"y\": 2}\n{\"x\": 3, \"y\": 4}\n").series.positions(0)[1].x == 3);
    const Read chosen = read("a,b,kind\n1,2,u\n3,4,v\n", "x=b,y=a,label=kind");
    CHECK(chosen.series.positions(0)[1].x == 4);
    CHECK(chosen.series.classes().names == Names{"u", "v"});
    const auto [columns, words] = GENERATE(table<std::string, std::string>(
        {{"", "has no columns of places named like x and y; its columns are \"a\", \"b\""},
         {"x=a", "name two of them with --columns"},
         {"x=a,y=none", "has no column \"none\""},
         {"x=a,y=b,colour=a", "has the key \"colour\", expected x, y, epoch"},
         {"a", "has \"a\", expected KEY=COLUMN"}}));
    CHECK_THROWS_WITH(read("a,b\n1,2\n", columns), contains(words));
}

TEST_CASE("what is contradictory in a table of places is told by its line", "[io]") {
    const auto [text, words] = GENERATE(table<std::string, std::string>(
        {{"x,y\n", "t.csv: has no rows"},
         {"epoch,x,y\n1,0,0\n1,1,1\n2,0,0\n", "has 1 rows at epoch 2 and 2 at another"},
         {"epoch,id,x,y\n1,a,0,0\n1,a,1,1\n", "line 3: sample \"a\" occurs twice at epoch 1"},
         {"epoch,id,x,y,label\n1,a,0,0,u\n2,a,1,1,v\n",
          "line 3: the label of sample \"a\" is \"v\""},
         {"epoch,x,y\n1.5,0,0\n", "line 2: epoch is \"1.5\", expected a whole number"},
         {"x,y,confidence\n0,0,7\n", "confidence"},
         {"x,y\n1,2,3\n0,0\n", "line 2: has 3 cells"}}));
    INFO(text);
    CHECK_THROWS_WITH(read(text), contains(words));
}

TEST_CASE("a table of places is a dataset by its file", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "places.csv", "epoch,x,y\n1,0,0\n2,1,1\n");
    const Dataset dataset = open_dataset(folder.path() / "places.csv");
    CHECK(dataset.format == "table");
    CHECK(dataset.name == "places");
    CHECK(dataset.series.epoch_count() == 2);
    put(folder.path() / "other.csv", "a,b\n1,2\n");
    CHECK(open_dataset(folder.path() / "other.csv", {.columns = "x=b,y=a"})
              .series.positions(0)[0]
              .x == 2);
    CHECK_THAT(outcome(folder.path() / "other.csv"), contains("--columns x=COLUMN,y=COLUMN"));
    put(folder.path() / "words.csv", "a,b\nu,v\n");
    CHECK_THAT(outcome(folder.path() / "words.csv"), contains("has no two columns of numbers"));
}

TEST_CASE("coordinates of Dataset Cartography are a map with named axes", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "td_metrics.jsonl",
        "{\"guid\": 5, \"index\": 0, \"confidence\": 0.5, \"variability\": 0.25, "
        "\"correctness\": 1}\n{\"guid\": 6, \"index\": 1, \"confidence\": 0.75, \"variability\": "
        "0.125, \"correctness\": 3}\n");
    const Dataset map = open_dataset(folder.path() / "td_metrics.jsonl");
    REQUIRE(map.axes);
    CHECK(map.axes->x == "variability");
    CHECK(map.series.positions(0)[1].y == 0.75F);
    CHECK(map.series.classes().names == Names{"1", "3"});
    CHECK(map.series.labels()[1] == 1);
}

TEST_CASE("what is no number, no label or no row is absent, unlabelled or absent, and counted",
          "[io]") {
    const Read table =
        read("epoch,id,x,y,label,prediction\n1,a,0,0,u,v\n1,b,nan,1,,u\n2,b,3,3,,\n");
    CHECK(table.series.classes().names == Names{"u", "v", "unlabelled"});
    CHECK(table.series.labels()[1] == 2);
    CHECK(std::isnan(table.series.positions(0)[1].x));
    CHECK(std::isnan(table.series.positions(1)[0].x));
    CHECK(table.series.epoch(1).predictions[1] == -1);
    CHECK(table.warnings.size() > 1);
}

TEST_CASE("tables of another kind are refused with what they are", "[io]") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "a" / "t.json";
    put(file, R"({"x": [1, 2, 3], "y": [4, 5, 6]})");
    CHECK_THAT(outcome(file), contains("has lists as its columns"));
    put(file, R"({"x": {"0": 1, "1": 2}, "y": {"0": 4, "1": 5}})");
    CHECK_THAT(outcome(file), contains("has lists as its columns"));
    const std::filesystem::path zeros = folder.path() / "b" / "t.csv";
    put(zeros, std::string(100, '\0'));
    CHECK_THAT(outcome(zeros), contains("is not a dataset folder"));
}

TEST_CASE("places in UTF-16 and GB18030 have the names of their classes", "[io]") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "t.csv";
    const std::string cat = "\xE7\x8C\xAB";
    put(file, "x,y,label\n1,2,\xC3\xA8\n3,4,\xB9\xB7\n");
    const Dataset chinese = open_dataset(file);
    CHECK(chinese.series.classes().names == Names{"\xE7\x8B\x97", cat});
    CHECK(chinese.warnings.at(0) == "t.csv: is read as GB18030");
    // More lines than tell what a file is: it is cut between two characters.
    for (const bool has_mark : {true, false}) {
        std::string wide = has_mark ? "\xFF\xFE" : "";
        const auto add = [&](std::string_view line) {
            for (const char c : line) (wide += c) += '\0';
        };
        add("x,y,label\n");
        for (int i = 0; i < 8000; ++i) add("1,2,a\n");
        add("1,2,");
        wide += "\x2B\x73";
        add("\n");
        put(file, wide);
        const Dataset both = open_dataset(file);
        CHECK(both.series.classes().names == Names{"a", cat});
        CHECK(both.series.sample_count() == 8001);
        CHECK(both.warnings.at(0) == "t.csv: is read as UTF-16");
    }
    put(file, "x,y,label\n1,2,caf\xE9\n3,4,na\xEFve\n");
    const Dataset western = open_dataset(file);
    CHECK(western.series.sample_count() == 2);
    CHECK_THAT(western.warnings.at(0), contains("perhaps in Windows-1252"));
}

TEST_CASE("columns of places are known by what their names have in common", "[io]") {
    for (const char* head :
         {"tsne-2d-one,tsne-2d-two", "x_tsne,y_tsne", "tsne_0,tsne_1", "UMAP_1,UMAP_2",
          "X_umap-0,X_umap-1", "umap_dim_1,umap_dim_2",
          "principal component 1,principal component 2", "Dimension 1,Dimension 2", "dim_0,dim_1",
          "emb_x,emb_y", "embedding_1,embedding_2", "x_coord,y_coord", "coord_x,coord_y", "z0,z1",
          "V1,V2", "PHATE1,PHATE2", "0,1"}) {
        INFO(head);
        const Read one = read("id,label," + std::string(head) + "\na,u,1.5,2\nb,v,3,4\n");
        CHECK(one.series.positions(0)[1].x == 3);
        CHECK(one.series.positions(0)[1].y == 4);
    }
    // Two of many components are places, two of many features are not.
    CHECK(read("PC1,PC2,PC3,PC4,PC5\n1,2,3,4,5\n6,7,8,9,0\n").series.positions(0)[1].y == 7);
    CHECK_THROWS_WITH(read("x0,x1,x2,x3,x4\n1,2,3,4,5\n6,7,8,9,0\n"),
                      contains("has no columns of places"));
}

TEST_CASE("tables as pandas writes them have an index and numbers as names", "[io]") {
    CHECK(read(",0,1,label\n0,1.5,2,u\n1,3,4,v\n").series.positions(0)[1].y == 4);
    const Read bare = read("0,1\n1.5,2\n3,4\n");
    CHECK(bare.series.sample_count() == 2);
    CHECK(bare.series.positions(0)[0].x == 1.5F);
    CHECK(read("0,1\n2,3\n").series.sample_count() == 2);
    // An index over all epochs names no samples.
    const Read all = read("index,epoch,x,y\n0,1,1,2\n1,1,3,4\n2,2,5,6\n3,2,7,8\n");
    CHECK(all.series.sample_count() == 2);
    CHECK(all.series.positions(1)[1].x == 7);
    CHECK(all.warnings.size() == 1);
}

TEST_CASE("labels, epochs and samples of a table have further names", "[io]") {
    for (const char* name : {"species", "class_name", "ground_truth", "cluster", "\u6807\u7b7e"}) {
        INFO(name);
        CHECK(read("x,y," + std::string(name) + "\n1,2,u\n3,4,v\n").series.classes().names ==
              Names{"u", "v"});
    }
    const Read steps = read(
        "global_step,sample_idx,x,y,predicted_label\nepoch_5,a,1,2,u\nepoch_5,b,3,4,v\n"
        "epoch_9,b,5,6,v\n");
    REQUIRE(steps.series.epoch_count() == 2);
    CHECK(steps.series.epoch(1).number == 9);
    CHECK(steps.series.positions(1)[1].x == 5);
    CHECK(steps.series.has_predictions());
}

TEST_CASE("a text without the ending of a table opens if it has columns of places", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "tsne.txt", "1.5 2\n3 4\n");
    CHECK(open_dataset(folder.path() / "tsne.txt").series.positions(0)[1].y == 4);
    put(folder.path() / "notes.txt", "some words\nand more of them\n");
    CHECK_FALSE(is_dataset(folder.path() / "notes.txt"));
}

TEST_CASE("longitude and latitude are places where nothing else is, and hue is a label", "[io]") {
    const Read earth = read("latitude,longitude,hue\n1,2,u\n3,4,v\n");
    CHECK(earth.series.positions(0)[1].x == 4);
    CHECK(earth.series.positions(0)[1].y == 3);
    CHECK(earth.series.classes().names == Names{"u", "v"});
    CHECK(read("lon,lat,umap_1,umap_2\n1,2,3,4\n").series.positions(0)[0].x == 3);
    CHECK(read("\u6a2a\u5750\u6807,\u7eb5\u5750\u6807\n1,2\n").series.positions(0)[0].y == 2);
    CHECK(read("epoch,x,y\nE1,1,2\nE2,3,4\n").series.epoch(1).number == 2);
}

TEST_CASE("a table without names may have its labels behind two fractions", "[io]") {
    for (const char* text : {"0.5,1.5,cat\n2.5,3.0,dog\n", "0.5 1.5 3\n2.5 3.0 7\n"}) {
        INFO(text);
        const Read found = read(text);
        CHECK(found.series.sample_count() == 2);
        CHECK(found.series.positions(0)[0].x == 0.5F);
        CHECK(found.series.classes().names.size() == 2);
    }
    // Thresholds name columns, and three fractions are places in space.
    CHECK_THROWS_WITH(read("epoch,0.5,0.75\n1,2.5,3.5\n"), contains("its columns are \"epoch\""));
    CHECK_THROWS_WITH(read("0.5,1.5,2.5\n2.5,3.5,4.5\n"), contains("has no columns of places"));
}

TEST_CASE("lines may end with CR alone, and bars may separate cells", "[io]") {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "t.csv";
    for (const char* text : {"x,y,label\r1,2,u\r3,4,v\r", "x|y|label\n1|2|u\n3|4|v\n",
                             "\xEF\xBB\xBFx,y,label\r1,2,u\r3,4,v"}) {
        INFO(text);
        put(file, text);
        const Dataset opened = open_dataset(file);
        CHECK(opened.series.positions(0)[1].y == 4);
        CHECK(opened.series.classes().names == Names{"u", "v"});
    }
}

TEST_CASE("tables that hold something else than places say what to do", "[io]") {
    const TemporaryFolder folder;
    const auto [name, text, words] = GENERATE(table<std::string, std::string, std::string>(
        {{"t.csv", "id,x_1,y_1,x_2,y_2\na,1,2,3,4\n",
          "Places of several epochs are rows of their own, with a column epoch"},
         {"t.csv", "f1,f2,f3,f4,f5,label\n1,2,3,4,5,u\n",
          "If they are features, save them as .npy"},
         {"t.jsonl", "{\"id\": 1, \"embedding\": [1, 2, 3]}\n",
          "has lists in its column \"embedding\""},
         {"t.csv", "", "but it is empty"},
         {"t.csv", "epoch,loss,acc\n1,2,3\n", "holds training curves, which have no places"}}));
    put(folder.path() / name, text);
    CHECK_THAT(outcome(folder.path() / name), contains(words));
}
