package org.privacypromise.register;

/** Why a use of personal data is lawful. In the file: the name in lower case with hyphens. */
public enum LegalBasis {
    CONSENT("GDPR Art. 6(1)(a)"),
    CONTRACT("GDPR Art. 6(1)(b)"),
    LEGAL_OBLIGATION("GDPR Art. 6(1)(c)"),
    VITAL_INTERESTS("GDPR Art. 6(1)(d)"),
    PUBLIC_TASK("GDPR Art. 6(1)(e)"),
    LEGITIMATE_INTERESTS("GDPR Art. 6(1)(f)"),
    /** Marketing of similar products to one's own customers, who could refuse at the sale and in each message. */
    SOFT_OPT_IN("GDPR Art. 6(1)(f) with ePrivacy Directive Art. 13(2)"),
    /** A transfer abroad: each recipient has a country and, where that is needed, a safeguard. */
    PER_RECIPIENT("GDPR Art. 44 to 49");

    private final String article;

    LegalBasis(String article) {
        this.article = article;
    }

    /** The article, with the letter where Art. 6 has one. UK GDPR has the same numbers. */
    public String article() {
        return article;
    }

    /** Whether the customer may take the permission back at any time (Art. 7(3)). */
    public boolean isWithdrawable() {
        return this == CONSENT;
    }

    /** Whether the customer may object (Art. 21(1), and 21(2) for marketing). */
    public boolean isObjectable() {
        return this == LEGITIMATE_INTERESTS || this == PUBLIC_TASK || this == SOFT_OPT_IN;
    }
}
