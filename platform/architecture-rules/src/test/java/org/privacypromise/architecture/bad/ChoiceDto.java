package org.privacypromise.architecture.bad;

class ChoiceDto {}
