package org.privacypromise.journeys;

import org.privacypromise.local.LocalStack;

/** What somebody signs in with; the e-mail address is verified. */
record Account(String email, String password) {

    /** The customer whom every stack knows from its start. */
    static Account ofDemo(LocalStack stack) {
        return new Account("customer@example.org", stack.secret("user/customer"));
    }
}
