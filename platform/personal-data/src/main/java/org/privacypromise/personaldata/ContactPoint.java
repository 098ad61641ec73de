package org.privacypromise.personaldata;

import org.jspecify.annotations.Nullable;

/**
 * Where a person can be reached, in the one form in which it is stored and compared. Like {@link PersonalText} it does
 * not show itself.
 */
public sealed interface ContactPoint permits EmailAddress, PhoneNumber {

    enum Kind {
        EMAIL,
        PHONE
    }

    Kind kind();

    /** The normalised form; two contact points are the same if and only if kind and this are. */
    String reveal();

    /** Enough for the person it belongs to to recognise it, such as {@code j…@e….org}; personal data all the same. */
    String masked();

    /**
     * Reads what somebody typed.
     *
     * @param region ISO 3166-1 alpha-2 code of the country whose national phone numbers are understood; without it a
     *     phone number needs its country code
     * @throws InvalidContactPointException says what to correct, without repeating what was typed
     */
    static ContactPoint parse(Kind kind, PersonalText typed, @Nullable String region) {
        return switch (kind) {
            case EMAIL -> EmailAddress.parse(typed);
            case PHONE -> PhoneNumber.parse(typed, region);
        };
    }
}
