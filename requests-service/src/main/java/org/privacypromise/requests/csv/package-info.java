/** Tables for spreadsheets. Pure. */
@NullMarked
package org.privacypromise.requests.csv;

import org.jspecify.annotations.NullMarked;
