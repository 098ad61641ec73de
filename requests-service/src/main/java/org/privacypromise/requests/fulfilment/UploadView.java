package org.privacypromise.requests.fulfilment;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What has been taken.
 *
 * @param sha256 of all bytes, hexadecimal: what the task's answer must repeat
 * @param repeated whether the same had been taken before
 */
record UploadView(String sha256, long bytes, @JsonIgnore boolean repeated) {}
