package org.privacypromise.journeys;

/** A place in the matrix of choices, as the purpose register names it. */
record Choice(String purpose, String channel, String brand) {

    static final Choice MAIN_EMAIL = new Choice("marketing-main", "email", "main");
    static final Choice MAIN_SMS = new Choice("marketing-main", "sms", "main");
    static final Choice FEEDBACK_EMAIL = new Choice("feedback", "email", "main");
    static final Choice MARKETPLACE_EMAIL = new Choice("marketing-marketplace", "email", "marketplace");
}
