/**
 * How a service answers tasks about what it holds itself: it hands over or erases a subject's data when requests-service
 * asks, and erases again what a restored backup brings back.
 */
@NullMarked
package org.privacypromise.subjecttasks;

import org.jspecify.annotations.NullMarked;
