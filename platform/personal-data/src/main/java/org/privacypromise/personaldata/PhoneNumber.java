package org.privacypromise.personaldata;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import org.jspecify.annotations.Nullable;

/** A phone number in E.164 form, such as {@code +442079460000}. */
public final class PhoneNumber implements ContactPoint {

    private static final int SHOWN_DIGITS = 2;

    private final String number;

    private PhoneNumber(String number) {
        this.number = number;
    }

    /**
     * Accepts a number whose length is possible in its country, assigned or not: number plans change faster than
     * software.
     *
     * @param region the country whose national numbers are understood (ISO 3166-1 alpha-2)
     * @throws InvalidContactPointException says what to correct, without repeating what was typed
     */
    public static PhoneNumber parse(PersonalText typed, @Nullable String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        Phonenumber.PhoneNumber parsed = parse(numbers, typed, region);
        if (parsed.hasExtension()) {
            throw new InvalidContactPointException("Enter the phone number without an extension.");
        }
        if (numbers.isPossibleNumberWithReason(parsed) != ValidationResult.IS_POSSIBLE) {
            throw new InvalidContactPointException(
                    "Check the phone number: with its area code it has too few or too many digits.");
        }
        return new PhoneNumber(numbers.format(parsed, PhoneNumberFormat.E164));
    }

    private static Phonenumber.PhoneNumber parse(PhoneNumberUtil numbers, PersonalText typed, @Nullable String region) {
        try {
            return numbers.parse(typed.reveal(), region);
        } catch (NumberParseException e) {
            throw new InvalidContactPointException(
                    e.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE
                            ? "Start the phone number with + and the country code, such as +44."
                            : "Enter a phone number such as +44 20 7946 0000.");
        }
    }

    @Override
    public Kind kind() {
        return Kind.PHONE;
    }

    @Override
    public String reveal() {
        return number;
    }

    @Override
    public String masked() {
        return "…" + number.substring(number.length() - SHOWN_DIGITS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber that && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    @Override
    public String toString() {
        return "[phone number]";
    }
}
