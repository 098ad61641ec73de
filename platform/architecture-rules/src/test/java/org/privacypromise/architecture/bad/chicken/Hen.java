package org.privacypromise.architecture.bad.chicken;

import org.privacypromise.architecture.bad.egg.Egg;

public record Hen(Egg from) {}
