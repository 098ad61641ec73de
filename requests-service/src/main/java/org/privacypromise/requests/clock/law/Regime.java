package org.privacypromise.requests.clock.law;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The laws that set the clock, and their rules as data. Whoever changes a rule changes {@link #RULES}, too: each stored
 * derivation names the edition that it followed.
 *
 * <p>Sources: GDPR and UK GDPR Art. 12(3) and (6); Regulation (EEC, Euratom) 1182/71 Art. 3; ICO, "What should we
 * consider when responding to a request?"; Data Protection Act 2018 s. 54 and Data (Use and Access) Act 2025 s. 76; EDPB
 * Guidelines 01/2022 nos. 157-164; California Civil Code s. 1798.130(a)(2) and 11 CCR s. 7021; LGPD (Lei 13.709/2018)
 * Art. 18 and 19.
 */
public enum Regime {
    UK_GDPR(
            "the UK GDPR",
            Period.ofMonths(1),
            Period.ofMonths(3),
            true,
            true,
            true,
            0,
            "the Information Commissioner's Office (ico.org.uk/make-a-complaint, telephone 0303 123 1113)"),
    // The guidelines of the EU's data protection board tolerate a pause for real doubts about identity; we do not take
    // it.
    EU_GDPR(
            "the EU GDPR",
            Period.ofMonths(1),
            Period.ofMonths(3),
            true,
            false,
            false,
            0,
            "the data protection authority of the country where you live or work, or where you think the law was broken"
                    + " (edpb.europa.eu/about-edpb/about-edpb/members_en)"),
    CCPA(
            "California's privacy law (CCPA)",
            Period.ofDays(45),
            Period.ofDays(90),
            false,
            false,
            false,
            10,
            "the California Privacy Protection Agency (cppa.ca.gov/webapplications/complaint) or the Attorney General"
                    + " (oag.ca.gov/report)"),
    LGPD(
            "Brazil's privacy law (LGPD)",
            Period.ofDays(15),
            null,
            false,
            false,
            false,
            0,
            "the Brazilian data protection authority (ANPD, gov.br/anpd)");

    /** The edition of these rules. */
    public static final String RULES = "2026-11";

    private final String words;
    private final Period time;
    private final @Nullable Period extendedTime;
    private final boolean endsOnWorkingDay;
    private final boolean startsWithIdentity;
    private final boolean pausesForClarification;
    private final int businessDaysToConfirm;
    private final String complaints;

    Regime(
            String words,
            Period time,
            @Nullable Period extendedTime,
            boolean endsOnWorkingDay,
            boolean startsWithIdentity,
            boolean pausesForClarification,
            int businessDaysToConfirm,
            String complaints) {
        this.words = words;
        this.time = time;
        this.extendedTime = extendedTime;
        this.endsOnWorkingDay = endsOnWorkingDay;
        this.startsWithIdentity = startsWithIdentity;
        this.pausesForClarification = pausesForClarification;
        this.businessDaysToConfirm = businessDaysToConfirm;
        this.complaints = complaints;
    }

    /** Its name within a sentence. */
    public String words() {
        return words;
    }

    /** To whom a person can complain about us, within a sentence. */
    public String complaints() {
        return complaints;
    }

    Period time() {
        return time;
    }

    /** From the same start as {@link #time()}; null if this law knows no extension. */
    @Nullable
    Period extendedTime() {
        return extendedTime;
    }

    /** Whether a time that ends on a Saturday, Sunday or public holiday ends with the next working day instead. */
    boolean endsOnWorkingDay() {
        return endsOnWorkingDay;
    }

    /** Whether the time starts anew with identity information that was formally asked for. */
    boolean startsWithIdentity() {
        return startsWithIdentity;
    }

    /** Whether the days of waiting for a clarification do not count, in a request for access. */
    boolean pausesForClarification() {
        return pausesForClarification;
    }

    /** Within how many business days the receipt must be confirmed; 0 if the law does not say. */
    int businessDaysToConfirm() {
        return businessDaysToConfirm;
    }
}
