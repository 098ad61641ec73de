package org.privacypromise.architecture.bad.logic;

import io.smallrye.mutiny.Uni;

record ImpureLogic(Uni<String> answer) {}
