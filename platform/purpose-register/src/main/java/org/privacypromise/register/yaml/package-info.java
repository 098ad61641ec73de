/** How the suite reads YAML that people write: nothing unbounded, nothing that names a class, faults with their place. */
@NullMarked
package org.privacypromise.register.yaml;

import org.jspecify.annotations.NullMarked;
