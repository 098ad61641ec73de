/** Keeps a service from starting in production with a setting that would be all right on one machine only. */
@org.jspecify.annotations.NullMarked
package org.privacypromise.frame.safety;
