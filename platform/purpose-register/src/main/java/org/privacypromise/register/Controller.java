package org.privacypromise.register;

import java.util.List;

/**
 * Who answers for the processing (Art. 4(7)).
 *
 * @param country ISO 3166-1 alpha-2
 * @param contact how customers reach the privacy team
 * @param adequateCountries countries whose law protects personal data enough for a transfer without a safeguard
 *     (Art. 45): the EEA or the United Kingdom, and those with an adequacy decision
 */
public record Controller(String name, String country, String contact, List<String> adequateCountries) {

    public Controller {
        adequateCountries = List.copyOf(adequateCountries);
    }

    /** Whether a transfer to this country needs a safeguard of its own (Art. 46). */
    public boolean needsSafeguard(String recipientCountry) {
        return !recipientCountry.equals(country) && !adequateCountries.contains(recipientCountry);
    }
}
