package org.privacypromise.architecture.bad.egg;

import org.privacypromise.architecture.bad.chicken.Hen;

public record Egg(Hen from) {}
