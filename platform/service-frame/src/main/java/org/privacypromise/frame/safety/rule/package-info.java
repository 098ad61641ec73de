/** What is unsafe in production, and what to set instead. */
@org.jspecify.annotations.NullMarked
package org.privacypromise.frame.safety.rule;
