package org.privacypromise.architecture.bad;

class ClockImpl {}
