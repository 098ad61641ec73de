/** The keys at work: mounted folders watched for changes, and one data key per subject and retention class. */
@NullMarked
package org.privacypromise.personaldata.keys;

import org.jspecify.annotations.NullMarked;
