#include "support/base_documents.hpp"
#include "support/catch.hpp"
#include "support/rule_testing.hpp"

using namespace thethuc::testing;

TEST_CASE("conforming documents give no finding of words", "[checks][words]") {
    for (const std::string& name : baseDocumentNames()) {
        DYNAMIC_SECTION(name) {
            CHECK(said(baseDocument(name), "") == "");
        }
    }
}
