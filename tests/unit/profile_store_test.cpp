// The agency files of the window: what the form does not show stays, a damaged file is never written over.
#include <filesystem>
#include <fstream>
#include <string>

#include "app/profile_store.hpp"
#include "support/catch.hpp"

using namespace thethuc;
using app::ProfileStore;

namespace {

std::string freshFolder(const std::string& name) {
    const auto folder = std::filesystem::temp_directory_path() / ("thethuc-profiles-" + name);
    std::filesystem::remove_all(folder);
    return folder.string();
}

app::AgencyProfile agency(const std::string& name) {
    app::AgencyProfile profile;
    profile.name = name;
    profile.agency = {"ỦY BAN NHÂN DÂN", "XÃ ĐÔNG KHÊ"};
    profile.signers = {{"Vũ Thế Cường", {"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}}};
    profile.firstLineIndent = 1270;
    profile.bodySize = 130;
    return profile;
}

std::string contentOf(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("agency files are saved, listed, loaded", "[profiles]") {
    const ProfileStore store(freshFolder("save"), report::Language::vi);
    CHECK(store.list().empty());
    const std::string id = store.save(agency("UBND xã Đông Khê"));
    CHECK(id == "ubnd-xa-dong-khe");
    CHECK(store.save(agency("UBND xã Đông Khê")) == "ubnd-xa-dong-khe-2");
    REQUIRE(store.list().size() == 2);
    const app::AgencyProfile loaded = store.load(id);
    CHECK(loaded.agency == agency("").agency);
    CHECK(loaded.signers.front().authority == agency("").signers.front().authority);
    CHECK(loaded.firstLineIndent == 1270);
    CHECK(loaded.bodySize == 130);
}

TEST_CASE("what the form does not show stays in the file", "[profiles]") {
    const ProfileStore store(freshFolder("keep"), report::Language::vi);
    const std::string id = store.save(agency("Sở Nội vụ"));
    std::ofstream(store.path(id), std::ios::binary)
        << R"({"schema": 1, "name": "Sở Nội vụ", "agency": ["SỞ NỘI VỤ"], "symbols": {"QĐ": "/QĐ-SNV"}, "check": {"off": ["noi-dung/end"]}})";
    app::AgencyProfile changed = store.load(id);
    changed.place = "Cao Bằng";
    store.save(changed, id);
    const app::AgencyProfile again = store.load(id);
    CHECK(again.place == "Cao Bằng");
    CHECK(again.symbols.at("QĐ") == "/QĐ-SNV");
    CHECK(again.rulesOff == std::vector<std::string>{"noi-dung/end"});
}

TEST_CASE("a damaged agency file is named and left as it is", "[profiles]") {
    const ProfileStore store(freshFolder("damaged"), report::Language::vi);
    const std::string id = store.save(agency("UBND"));
    std::ofstream(store.path(id), std::ios::binary) << "{\"schema\": 1,";
    CHECK(store.list().front().name == id);
    CHECK_THROWS_WITH(store.load(id), testing::containsText(id + ".json"));
    CHECK_THROWS_AS(store.save(agency("UBND"), id), app::AgencyProfileError);
    CHECK_THROWS_AS(store.take(store.path(id)), app::AgencyProfileError);
    CHECK(contentOf(store.path(id)) == "{\"schema\": 1,");
}
