/** Lists that others publish, and how a name is looked up in one. */
@NullMarked
package org.privacypromise.fraudcheck.source.list;

import org.jspecify.annotations.NullMarked;
