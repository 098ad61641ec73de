/** Mails to the person who asked: at most one of each kind, handed to identity-service until it has sent them. */
@NullMarked
package org.privacypromise.requests.notice;

import org.jspecify.annotations.NullMarked;
