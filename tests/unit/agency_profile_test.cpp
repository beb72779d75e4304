#include "app/agency_profile.hpp"

#include "support/catch.hpp"

using namespace thethuc;

namespace {

std::string errorOf(std::string_view json) {
    try {
        (void)app::readAgencyProfile(json, "ho-so.json");
    } catch (const app::AgencyProfileError& error) {
        return error.what();
    }
    return "(none)";
}

}  // namespace

TEST_CASE("a full profile is read", "[profile]") {
    const auto profile = app::readAgencyProfile(R"({
        "schema": 1, "name": "UBND xã An Bình", "agency": ["ỦY BAN NHÂN DÂN", "XÃ AN BÌNH"], "place": "An Bình",
        "signers": [{"name": "Nguyễn Văn An", "authority": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]}],
        "recipients": {"báo cáo": ["- Sở Nội vụ;"]}, "symbols": {"BC": "/BC-UBND"},
        "choices": {"bodySize": 13, "firstLineIndent": 1.27, "lineSpacing": 1.15, "paragraphSpacing": 6},
        "check": {"off": ["kinh-gui/present"]}})", "ho-so.json");
    CHECK(profile.agency.size() == 2);
    CHECK(profile.signers.front().authority.size() == 2);
    CHECK(profile.bodySize == 130);
    CHECK(profile.firstLineIndent == 1270);
    CHECK(profile.lineSpacing == 115);
    CHECK(profile.paragraphSpacing == 60);
    CHECK(profile.rulesOff == std::vector<std::string>{"kinh-gui/present"});
}

TEST_CASE("each mistake in a profile is named with file, line and place", "[profile]") {
    CHECK(errorOf("{").starts_with("ho-so.json:1:"));
    CHECK(errorOf("[]").starts_with("ho-so.json:1: /:"));
    CHECK(errorOf("{\"schema\": 1,\n\"name\": \"A\"}").find("“agency”") != std::string::npos);
    CHECK(errorOf("{\"schema\": 1,\n\"name\": \"A\",\n\"agency\": [\"B\"],\n\"agancy\": 1}").starts_with("ho-so.json:4: /agancy:"));
    CHECK(errorOf("{\"schema\": 2, \"name\": \"A\", \"agency\": [\"B\"]}").starts_with("ho-so.json:1: /schema:"));
    CHECK(errorOf("{\"schema\": 1, \"name\": \"A\",\n\"agency\": [1]}").starts_with("ho-so.json:2: /agency"));
    CHECK(errorOf("{\"schema\": 1, \"name\": \"A\", \"agency\": []}").find("/agency") != std::string::npos);
    CHECK(errorOf("{\"schema\": 1, \"name\": \"A\", \"agency\": [\"B\"], \"choices\": {\"bodySize\": 12}}").find("13, 14") != std::string::npos);
    CHECK(errorOf("{\"schema\": 1, \"name\": \"A\", \"agency\": [\"B\"], \"signers\": [{\"name\": \"C\"}]}").find("“authority”") != std::string::npos);
    CHECK(errorOf("{\"schema\": 1, \"schema\": 1}").find("/schema") != std::string::npos);
}

TEST_CASE("a profile may only switch off rules that there are, of a ruleset that there is", "[profile]") {
    ruleset::Ruleset ruleset;
    ruleset.id = "nd30-2020";
    ruleset.rows.emplace_back().id = "kinh-gui/present";
    const auto read = [&](const std::string& check) {
        const std::string json = "{\"schema\": 1, \"name\": \"A\", \"agency\": [\"B\"],\n\"check\": " + check + "}";
        try {
            return app::readAgencyProfile(json, "ho-so.json", report::Language::vi, &ruleset).rulesOff.empty() ? std::string("none off") : std::string("off");
        } catch (const app::AgencyProfileError& error) {
            return std::string(error.what());
        }
    };
    CHECK(read(R"({"ruleset": "nd30-2020", "off": ["kinh-gui/present"]})") == "off");
    CHECK(read(R"({"off": ["kinh-gui/presnt"]})").starts_with("ho-so.json:2: /check/off/0:"));
    CHECK(read(R"({"ruleset": "nd30-2031"})").starts_with("ho-so.json:2: /check/ruleset:"));
}

TEST_CASE("a profile that cannot be read is named", "[profile]") {
    for (const char* file : {"/no/such/ho-so.json", "/"}) {
        try {
            (void)app::loadAgencyProfile(file, report::Language::vi);
            FAIL("was read");
        } catch (const app::AgencyProfileError& error) {
            CHECK(std::string(error.what()).find(file) != std::string::npos);
        }
    }
}
