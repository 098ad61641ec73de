package org.privacypromise.requests.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;
import org.privacypromise.requests.clock.law.Right;

/** Where policy asks for a second person. A refusal always takes one, whatever stands here. */
@ConfigMapping(prefix = "privacy.desk")
interface DeskConfig {

    /** The rights of which a grant, too, takes somebody who leads and has not proposed it; the empty value means none. */
    @WithDefault("RECTIFICATION,HUMAN_REVIEW")
    Optional<Set<Right>> approvedGrants();
}
