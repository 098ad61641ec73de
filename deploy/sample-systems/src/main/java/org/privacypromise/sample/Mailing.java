package org.privacypromise.sample;

/** Who shall get a mail, and for which purpose of which brand. The address is the marketing system's own. */
record Mailing(String customerId, ContactPoint contactPoint, String purpose, String brand) {

    Mailing {
        Require.customerId(customerId);
        Require.that(contactPoint != null, "contactPoint must hold the field email");
        Require.registerKey(purpose, "purpose must be a purpose of the register");
        Require.registerKey(brand, "brand must be a brand of the register");
    }
}
