/** Writes what of the Kubernetes manifests follows from the build, the contracts and the purpose register. */
@org.jspecify.annotations.NullMarked
package org.privacypromise.kubernetes;
