package org.privacypromise.register;

import java.util.List;

/**
 * Who answers for the processing (Art. 4(7)).
 *
 * @param nameText the name as customers read it
 * @param country ISO 3166-1 alpha-2
 * @param contactText how customers reach the privacy team
 * @param adequateCountries countries whose law protects personal data enough for a transfer without a safeguard
 *     (Art. 45): the EEA or the United Kingdom, and those with an adequacy decision
 */
public record Controller(Text nameText, String country, Text contactText, List<String> adequateCountries) {

    public Controller {
        adequateCountries = List.copyOf(adequateCountries);
    }

    /** The name in the register's default language. */
    public String name() {
        return nameText.in(nameText.original()).text();
    }

    /** How customers reach the privacy team, in the register's default language. */
    public String contact() {
        return contactText.in(contactText.original()).text();
    }

    /** Whether a transfer to this country needs a safeguard of its own (Art. 46). */
    public boolean needsSafeguard(String recipientCountry) {
        return !recipientCountry.equals(country) && !adequateCountries.contains(recipientCountry);
    }
}
