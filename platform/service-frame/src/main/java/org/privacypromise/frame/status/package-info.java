/** What a service says of itself to operators, in words: {@code /q/privacy} on the management port. */
@org.jspecify.annotations.NullMarked
package org.privacypromise.frame.status;
