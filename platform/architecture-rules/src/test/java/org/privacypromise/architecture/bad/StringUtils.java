package org.privacypromise.architecture.bad;

class StringUtils {}
