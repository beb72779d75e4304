// Parts of the agency's file as lines that a person writes in a form.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/agency_profile.hpp"

namespace thethuc::app {

/// The lines of a text without surrounding white space, empty ones left out.
[[nodiscard]] std::vector<std::string> linesIn(std::string_view text);

using RecipientGroups = std::map<std::string, std::vector<std::string>>;
/// Groups of recipients, each below a line with its name and a colon. One group called `usual` stands without its name.
[[nodiscard]] std::string recipientLines(const RecipientGroups& groups, const std::string& usual);
/// The way back. A line that begins with a dash is a recipient, one that ends with a colon the name of what follows; lines before the first name belong to `usual`.
[[nodiscard]] RecipientGroups recipientGroups(std::string_view text, const std::string& usual);

/// “QĐ: /QĐ-UBND”, a line for each type.
[[nodiscard]] std::string symbolLines(const std::map<std::string, std::string>& symbols);
struct ReadSymbols {
    std::map<std::string, std::string> symbols;
    std::string wrong;                           ///< the first line that is no such one; empty if there is none
};
/// `types` are the abbreviations that there are.
[[nodiscard]] ReadSymbols readSymbols(std::string_view text, const std::vector<std::string>& types);

}  // namespace thethuc::app
