package org.privacypromise.architecture.bad.unmarked;

record Unmarked() {}
