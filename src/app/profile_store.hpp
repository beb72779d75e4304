// The agency files that the window works with: one JSON file each, in a folder of the person's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/agency_profile.hpp"

namespace thethuc::app {

/// Writes the members that the form shows into the JSON text `onto` (empty: a new file); members that the form does not show stay as they are.
/// The form shows name, superior agency, agency, place, abbreviation, drafting unit, contact lines, signers, recipients, symbols and choices.
[[nodiscard]] std::string writeAgencyProfile(const AgencyProfile& profile, std::string_view onto = {});

/// Puts an indicator set of the agency's own into the JSON text of a profile; one of the same id gives way. Everything else stays as it is.
[[nodiscard]] std::string writeIndicators(const draft::IndicatorSet& set, std::string_view onto);

/// Files “<id>.json” of one folder. A file is written beside and then renamed, so that a full disk loses nothing. Errors are
/// AgencyProfileErrors that name the file.
class ProfileStore {
public:
    ProfileStore(std::string folder, report::Language language) : folder_(std::move(folder)), language_(language) {}

    struct Entry {
        std::string id;                          ///< file name without its ending
        std::string name;                        ///< what the file calls itself; the id where it cannot be read
    };
    /// By name. Never throws for what stands in the files.
    [[nodiscard]] std::vector<Entry> list() const;
    [[nodiscard]] bool has(const std::string& id) const;
    [[nodiscard]] AgencyProfile load(const std::string& id) const;
    /// Path of the file of `id`.
    [[nodiscard]] std::string path(const std::string& id) const;
    /// Saves a profile under `id`; with an empty id under a new one made from its name. Gives the id.
    std::string save(const AgencyProfile& profile, std::string id = {}) const;
    /// Takes a copy of a file after reading it through; gives its new id.
    std::string take(const std::string& file) const;
    /// Keeps an indicator set in the file of `id`; nothing is written where the file is damaged or the set is not sound.
    void keepIndicators(const std::string& id, const draft::IndicatorSet& set) const;
    /// Writes a copy to `file`, which must not be there yet or be meant to be replaced.
    void give(const std::string& id, const std::string& file) const;

private:
    std::string folder_;
    report::Language language_;

    [[nodiscard]] std::string freeId(const std::string& name) const;
    void write(const std::string& file, const std::string& text) const;
};

}  // namespace thethuc::app
