package org.privacypromise.architecture.bad;

class TaskManager {}
