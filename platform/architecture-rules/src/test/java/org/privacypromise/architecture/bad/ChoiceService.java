package org.privacypromise.architecture.bad;

class ChoiceService {}
