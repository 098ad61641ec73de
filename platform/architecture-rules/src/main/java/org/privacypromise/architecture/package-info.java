/** What the suite's code keeps to, as rules that a module's own test runs, each with its reason. */
@NullMarked
package org.privacypromise.architecture;

import org.jspecify.annotations.NullMarked;
