package org.privacypromise.architecture.good.feature;

record ChoiceView(String channel) {}
