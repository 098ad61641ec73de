package org.privacypromise.identity.account;

import org.privacypromise.personaldata.PersonalText;

/**
 * A sign-in account.
 *
 * @param email empty if the account has none
 * @param emailVerified whether the identity provider has seen the account's owner receive mail there
 */
public record Account(PersonalText email, boolean emailVerified) {}
