package org.privacypromise.identity.customer;

/**
 * The result of linking an account.
 *
 * @param effective whether a refreshed token names the customer already; otherwise it will within minutes
 * @param next what to do now
 */
record LinkView(String customerId, boolean effective, String next) {

    static LinkView from(AccountLink link, boolean effective) {
        return new LinkView(
                link.customerId,
                effective,
                effective
                        ? "Refresh the access token: it will name the customer."
                        : "The link is kept and takes effect soon. Refresh the access token in a minute.");
    }
}
