package org.privacypromise.architecture.bad;

class RequestHelper {}
